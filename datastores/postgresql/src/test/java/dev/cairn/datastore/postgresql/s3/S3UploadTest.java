package dev.cairn.datastore.postgresql.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cairn.datastore.postgresql.object.ObjectStore;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A service that is silent for longer than usual while it puts the parts of an object together. */
class S3UploadTest {
    private static final S3Patience SHORT =
            new S3Patience(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(5), 30);

    private final HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final AtomicInteger completions = new AtomicInteger();
    private final CountDownLatch askedAgain = new CountDownLatch(1);

    S3UploadTest() throws IOException {}

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        String query = exchange.getRequestURI().getQuery();
        String answer = "";
        if (query.equals("uploads")) {
            answer = "<InitiateMultipartUploadResult><UploadId>1</UploadId></InitiateMultipartUploadResult>";
        } else if (exchange.getRequestMethod().equals("POST")) {
            if (completions.incrementAndGet() > 1) {
                askedAgain.countDown();
            }
            awaitSomebodyWithoutPatience();
            answer = "<CompleteMultipartUploadResult><ETag>all</ETag></CompleteMultipartUploadResult>";
        } else {
            exchange.getResponseHeaders().set("ETag", "part");
        }
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** For longer than any other request may take. */
    private void awaitSomebodyWithoutPatience() {
        try {
            askedAgain.await(2 * SHORT.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void isNotAskedAgain() {
        service.setExecutor(Executors.newCachedThreadPool());
        service.createContext("/", this::answer);
        service.start();
        S3Location location = S3Location.parse(
                "s3://flows/prod", "http://127.0.0.1:" + service.getAddress().getPort(), null, null);
        try (S3Objects objects = S3Objects.of(new S3Bucket(
                location,
                SHORT,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("some-key", "some-secret"))))) {
            ObjectStore.Upload upload = objects.upload();
            upload.write(new byte[9 << 20], 0, 9 << 20);

            assertThat(upload.finish()).isNotEmpty();
        }
        assertThat(completions).hasValue(1);
    }
}
