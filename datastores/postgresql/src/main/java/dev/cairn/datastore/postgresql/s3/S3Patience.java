package dev.cairn.datastore.postgresql.s3;

import java.time.Duration;

/**
 * How long a request may take. Immutable.
 *
 * @param connect until a connection is made
 * @param answer until the service answers, or goes on to
 * @param total with all repetitions
 * @param attempts how often it is sent at most
 */
public record S3Patience(Duration connect, Duration answer, Duration total, int attempts) {
    /** What users have: a service that is gone for half a minute is not noticed. */
    public static final S3Patience STANDARD =
            new S3Patience(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(120), 30);

    /** How long a service may be silent while it puts the parts of an object together: minutes, if there are many gigabytes. */
    private static final Duration ASSEMBLY = Duration.ofMinutes(10);

    /** For the request that completes an object in parts: to send it again would only make the service begin once more. */
    S3Patience forAssembly() {
        return new S3Patience(connect, answer.plus(ASSEMBLY), total.plus(ASSEMBLY), attempts);
    }

    /**
     * The patience at the beginning, when it is mostly the URL that is wrong, and somebody waits to hear of it.
     *
     * @return the same times with 3 attempts
     */
    public S3Patience atFirst() {
        return new S3Patience(connect, answer, total, 3);
    }
}
