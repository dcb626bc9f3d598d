package dev.cairn.datastore.postgresql;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * An S3 service on the loopback address: S3Proxy in this process, with its objects in memory, or the one that listens at {@code -Ds3.port}.
 * Its credentials are those of the environment. Thread-safe.
 */
final class S3Server {
    static final String BUCKET = "cairn-test";

    /** Where somebody else has started an empty service. */
    private static final @Nullable Integer OTHER_PORT = Integer.getInteger("s3.port");

    private static final AtomicInteger PREFIXES = new AtomicInteger();
    private static @Nullable S3Server shared;

    private final int port;
    private final S3Client client;

    private S3Server(int port, S3Client client) {
        this.port = port;
        this.client = client;
    }

    static synchronized S3Server shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    private static S3Server start() {
        int port = OTHER_PORT == null ? startProxy() : OTHER_PORT;
        S3Client client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .build();
        client.createBucket(request -> request.bucket(BUCKET));
        return new S3Server(port, client);
    }

    private static int startProxy() {
        try {
            S3Proxy proxy = S3Proxy.builder()
                    .blobStore(new TransientNio2BlobStore())
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(
                            AuthenticationType.AWS_V2_OR_V4,
                            System.getenv("AWS_ACCESS_KEY_ID"),
                            System.getenv("AWS_SECRET_ACCESS_KEY"))
                    .ignoreUnknownHeaders(true)
                    .build();
            proxy.start();
            return proxy.getPort();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    int port() {
        return port;
    }

    /** A prefix that nobody uses yet. */
    String newPrefix() {
        return "stores/" + PREFIXES.incrementAndGet();
    }

    /** The parameters of the URL of a datastore with this prefix. */
    String parameters(String prefix) {
        return parameters(prefix, port);
    }

    /** The same, with the service behind another port. */
    static String parameters(String prefix, int port) {
        return "?blobs=s3://" + BUCKET + "/" + prefix + "&endpoint=http://127.0.0.1:" + port;
    }

    byte[] read(String key) {
        return client.getObjectAsBytes(request -> request.bucket(BUCKET).key(key))
                .asByteArray();
    }

    void write(String key, byte[] bytes) {
        client.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes));
    }

    void delete(String key) {
        client.deleteObject(request -> request.bucket(BUCKET).key(key));
    }

    /** The keys of all objects below a prefix. */
    List<String> list(String prefix) {
        return client.listObjectsV2Paginator(request -> request.bucket(BUCKET).prefix(prefix + "/")).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}
