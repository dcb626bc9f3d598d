package dev.cairn.datastore.postgresql.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A service that takes the marker, or refuses it, and closes the connection before it says so. */
class S3ClaimTest {
    private static final int ATTEMPTS = 2;

    private final HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final AtomicInteger puts = new AtomicInteger();
    private volatile @Nullable String marker;

    S3ClaimTest() throws IOException {}

    @BeforeEach
    void start() {
        service.createContext("/", exchange -> {
            String owner = marker;
            if (exchange.getRequestMethod().equals("PUT")) {
                puts.incrementAndGet();
            } else if (owner == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(200, owner.length());
                exchange.getResponseBody().write(owner.getBytes(StandardCharsets.UTF_8));
            }
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private S3Objects objects() {
        String endpoint = "http://127.0.0.1:" + service.getAddress().getPort();
        return S3Objects.of(new S3Bucket(
                S3Location.parse("s3://flows/prod", endpoint, null, null),
                new S3Patience(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(60), ATTEMPTS),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("some-key", "some-secret"))));
    }

    @Test
    void aPrefixThatWasTakenWithoutAnAnswerIsOurs() {
        marker = "store-1";
        try (S3Objects objects = objects()) {
            assertThatCode(() -> objects.claim("store-1")).doesNotThrowAnyException();
        }
        assertThat(puts).hasValue(ATTEMPTS);
    }

    @Test
    void aPrefixOfAnotherDatastoreIsRefused() {
        marker = "store-2";
        try (S3Objects objects = objects()) {
            assertThatThrownBy(() -> objects.claim("store-1"))
                    .isInstanceOf(DatastoreException.class)
                    .hasMessage("`s3://flows/prod` belongs to another datastore. Name another prefix, or, if that"
                            + " datastore is gone, delete what is in it.");
        }
    }

    @Test
    void whoseMarkerIsNotThereHearsWhyItCouldNotBeWritten() {
        try (S3Objects objects = objects()) {
            assertThatThrownBy(() -> objects.claim("store-1"))
                    .isInstanceOf(DatastoreException.class)
                    .hasMessageStartingWith("cannot write objects in `s3://flows/prod` at http://127.0.0.1:")
                    .hasMessageEndingWith(
                            "the connection is lost. Check the service and the network, then resume the run.");
        }
    }
}
