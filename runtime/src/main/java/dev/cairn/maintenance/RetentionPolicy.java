package dev.cairn.maintenance;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which runs a garbage collection keeps. By default, all of them. With {@link #keepLast} or {@link #olderThan}, it deletes the others; with
 * both, only runs that neither of them keeps. Whatever the policy says, these runs are kept:
 *
 * <ul>
 *   <li>runs that have not ended, unless their process has died
 *   <li>the newest run of each flow that did not succeed, so that it can be resumed
 *   <li>runs with the tag {@value #KEEP}, or with one of {@link #keepTags}
 * </ul>
 *
 * <p>Immutable.
 *
 * @param flow only runs of this flow are deleted; null for all flows
 * @param keepLast how many of the newest runs of each flow to keep; null for no limit by number
 * @param olderThan how long ago a run must have started to be deleted; null for no limit by age
 * @param keepTags runs with one of these tags are kept
 */
public record RetentionPolicy(
        @Nullable String flow,
        @Nullable Integer keepLast,
        @Nullable Duration olderThan,
        Set<String> keepTags) {
    /** Runs with this tag are kept. */
    public static final String KEEP = "keep";

    /**
     * Copies the tags.
     *
     * @param flow only runs of this flow are deleted; null for all flows
     * @param keepLast how many of the newest runs of each flow to keep; null for no limit by number
     * @param olderThan how long ago a run must have started to be deleted; null for no limit by age
     * @param keepTags runs with one of these tags are kept
     * @throws IllegalArgumentException if the number or the age is negative
     */
    public RetentionPolicy {
        if (keepLast != null && keepLast < 0) {
            throw new IllegalArgumentException("the number of runs to keep is negative: " + keepLast);
        }
        if (olderThan != null && olderThan.isNegative()) {
            throw new IllegalArgumentException("the age of the runs to delete is negative: " + olderThan);
        }
        keepTags = Set.copyOf(keepTags);
    }

    /** {@return a policy that keeps every run} */
    public static RetentionPolicy keepAll() {
        return new RetentionPolicy(null, null, null, Set.of());
    }

    /**
     * {@return this policy, for the runs of one flow only}
     *
     * @param name the name of the flow
     */
    public RetentionPolicy ofFlow(String name) {
        return new RetentionPolicy(name, keepLast, olderThan, keepTags);
    }

    /**
     * {@return this policy, but it deletes no run that is one of the {@code number} newest of its flow}
     *
     * @param number how many runs of each flow are kept, at least 0
     * @throws IllegalArgumentException if {@code number} is negative
     */
    public RetentionPolicy keepLast(int number) {
        return new RetentionPolicy(flow, number, olderThan, keepTags);
    }

    /**
     * {@return this policy, but it deletes no run that started less than {@code age} ago}
     *
     * @param age the time since the start of a run, at least zero
     * @throws IllegalArgumentException if {@code age} is negative
     */
    public RetentionPolicy olderThan(Duration age) {
        return new RetentionPolicy(flow, keepLast, age, keepTags);
    }

    /**
     * {@return this policy, but it deletes no run that has one of these tags}
     *
     * @param tags the tags, instead of those that were set before; they are copied
     */
    public RetentionPolicy keepTags(Set<String> tags) {
        return new RetentionPolicy(flow, keepLast, olderThan, tags);
    }

    boolean deletesRuns() {
        return keepLast != null || olderThan != null;
    }
}
