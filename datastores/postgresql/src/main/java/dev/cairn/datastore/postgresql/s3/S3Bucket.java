package dev.cairn.datastore.postgresql.s3;

import dev.cairn.datastore.DatastoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Sends requests to a bucket. Thread-safe. What fails for a reason that may pass is sent again, after pauses that grow and of which a
 * random part is waited, for a bounded time. All requests may be sent twice: keys are never used again.
 */
final class S3Bucket implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final S3Location location;
    private final S3Failures failures;
    private final S3Client client;
    private final S3Client assembling; // waits longer; it makes no connection until it is needed

    S3Bucket(S3Location location, S3Patience patience) {
        this(location, patience, DefaultCredentialsProvider.builder().build());
    }

    /** For tests: with other credentials. */
    S3Bucket(S3Location location, S3Patience patience, AwsCredentialsProvider credentials) {
        this.location = location;
        this.failures = new S3Failures(location);
        this.client = client(location, patience, credentials);
        this.assembling = client(location, patience.forAssembly(), credentials);
    }

    private static S3Client client(S3Location location, S3Patience patience, AwsCredentialsProvider credentials) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(patience.connect())
                        .socketTimeout(patience.answer()))
                .credentialsProvider(credentials)
                .forcePathStyle(location.pathStyle())
                // services that do not know checksums at the end of a request would store them as part of the object
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(configuration -> configuration
                        .apiCallTimeout(patience.total())
                        .retryStrategy(StandardRetryStrategy.builder()
                                .maxAttempts(patience.attempts())
                                .backoffStrategy(BackoffStrategy.exponentialDelay(FIRST_PAUSE, LONGEST_PAUSE))
                                .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(FIRST_PAUSE, LONGEST_PAUSE))
                                .circuitBreakerEnabled(false)
                                .build()));
        if (location.endpoint() != null) {
            builder.endpointOverride(location.endpoint());
        }
        if (location.region() != null || location.endpoint() != null) {
            builder.region(location.region() == null ? Region.US_EAST_1 : Region.of(location.region()));
        }
        try {
            return builder.build();
        } catch (SdkClientException e) {
            throw new DatastoreException(
                    "nothing says in which region the bucket `" + location.bucket()
                            + "` is. Add `region=NAME` to the URL of the datastore, or set AWS_REGION.",
                    e);
        }
    }

    S3Location location() {
        return location;
    }

    /**
     * Sends a request.
     *
     * @param what what it does, for messages: an infinitive with its object
     * @throws DatastoreException if it fails
     */
    <T> T ask(String what, Function<S3Client, T> request) {
        try {
            return request.apply(client);
        } catch (SdkException e) {
            throw failures.of(e, what);
        }
    }

    /** Sends a request; empty if there is no such object. */
    <T> Optional<T> find(String what, Function<S3Client, T> request) {
        return find(client, what, request);
    }

    /** Sends the request that completes an object in parts, for which a service may need minutes; empty if there is no such upload. */
    <T> Optional<T> complete(String what, Function<S3Client, T> request) {
        return find(assembling, what, request);
    }

    private <T> Optional<T> find(S3Client with, String what, Function<S3Client, T> request) {
        try {
            return Optional.of(request.apply(with));
        } catch (SdkException e) {
            if (S3Failures.isMissing(e)) {
                return Optional.empty();
            }
            throw failures.of(e, what);
        }
    }

    @Override
    public void close() {
        client.close();
        assembling.close();
    }
}
