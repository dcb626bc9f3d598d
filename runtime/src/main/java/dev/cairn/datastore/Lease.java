package dev.cairn.datastore;

import java.time.Duration;

/**
 * For how long a run counts as alive after each heartbeat of its process. A process that was stopped for longer goes on, unless another
 * one has ended its run meanwhile; see {@link Runs#endDied}.
 */
public final class Lease {
    /** A run whose last heartbeat is older has died, as far as others can tell. */
    public static final Duration DURATION = Duration.ofSeconds(30);

    /** The time between two heartbeats. */
    public static final Duration RENEWAL = Duration.ofSeconds(10);

    private Lease() {}
}
