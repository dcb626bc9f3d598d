package dev.cairn.runtime.definition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often a failed step is retried, and how long it waits before each retry. Generated code starts with {@link #of} and adds to it.
 * Immutable.
 *
 * @param times the number of retries, which are the attempts after the first
 * @param delay the wait before the first retry
 * @param backoff the factor by which the wait grows from retry to retry; at least 1
 * @param maxDelay the longest wait, or null for no limit
 */
public record Retries(
        int times, Duration delay, double backoff, @Nullable Duration maxDelay) {
    /** No retries. */
    public static final Retries NONE = of(0);

    /** More is no wait that anyone sees the end of; it also keeps the arithmetic of clocks from overflowing. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /**
     * This number of retries, without waits.
     *
     * @param times how many; 0 for none
     * @return a policy to add to
     */
    public static Retries of(int times) {
        return new Retries(times, Duration.ZERO, 1, null);
    }

    /**
     * These retries, with a wait before the first.
     *
     * @param wait zero or more
     * @return a copy that differs in this only
     */
    public Retries delay(Duration wait) {
        return new Retries(times, wait, backoff, maxDelay);
    }

    /**
     * These retries, with waits that grow.
     *
     * @param factor at least 1
     * @return a copy that differs in this only
     */
    public Retries backoff(double factor) {
        return new Retries(times, delay, factor, maxDelay);
    }

    /**
     * These retries, with waits that are not longer than this.
     *
     * @param longest zero or more
     * @return a copy that differs in this only
     */
    public Retries maxDelay(Duration longest) {
        return new Retries(times, delay, backoff, longest);
    }

    /**
     * The wait before a retry: {@code delay * backoff^(retry-1)}, at most {@code maxDelay}.
     *
     * @param retry its number, from 1
     * @return the wait; without {@code maxDelay}, at most 36,500 days
     */
    public Duration delayBefore(int retry) {
        Duration longest = maxDelay == null ? LONGEST : maxDelay;
        if (delay.isZero()) {
            return delay;
        }
        double seconds = (delay.getSeconds() + delay.getNano() / 1e9) * Math.pow(backoff, retry - 1);
        if (!(seconds < longest.getSeconds() + longest.getNano() / 1e9)) {
            return longest;
        }
        return retry == 1 || backoff == 1 ? delay : Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
