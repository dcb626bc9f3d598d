package dev.cairn.datastore.postgresql;

import java.time.Duration;

/**
 * How long something may take. Immutable.
 *
 * @param connect until a connection is made
 * @param answer until a server answers, before its connection counts as broken
 * @param patience for how long something that fails is tried again
 */
record Limits(Duration connect, Duration answer, Duration patience) {
    /** What users have. A server that is started again, or a switch to its standby, takes less than the last of them. */
    static final Limits STANDARD = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(90));
}
