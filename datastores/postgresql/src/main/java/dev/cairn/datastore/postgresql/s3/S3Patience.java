package dev.cairn.datastore.postgresql.s3;

import java.time.Duration;

/**
 * How long a request may take. Immutable.
 *
 * @param connect until a connection is made
 * @param answer until the service answers, or goes on to
 * @param total with all repetitions
 */
public record S3Patience(Duration connect, Duration answer, Duration total) {
    /** What users have. */
    public static final S3Patience STANDARD =
            new S3Patience(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(120));
}
