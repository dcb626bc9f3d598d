package dev.cairn.datastore.postgresql.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A service that lists two things at a time: a sweep sees those of all pages. */
class S3PagesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final Instant OLD = NOW.minus(Duration.ofDays(8));
    private static final Instant NEW = NOW.minus(Duration.ofDays(6));

    private final List<String> deletions = new ArrayList<>();
    private final HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    S3PagesTest() throws IOException {}

    @BeforeEach
    void start() {
        service.createContext("/", exchange -> {
            byte[] body = answer(exchange).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.length == 0 ? 204 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private String answer(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        if (exchange.getRequestMethod().equals("DELETE")) {
            deletions.add(exchange.getRequestURI().getPath() + "?" + query);
            return "";
        }
        return query.contains("uploads") ? uploads(query) : objects(query);
    }

    /** The first two uploads, of one key; those after both markers; the last page. */
    private static String uploads(String query) {
        if (!query.contains("key-marker")) {
            return page("ListMultipartUploadsResult", upload("a", "1", OLD) + upload("a", "2", NEW), "a", "2");
        } else if (query.contains("key-marker=prod/objects/a") && query.contains("upload-id-marker=2")) {
            return page("ListMultipartUploadsResult", upload("a", "3", OLD) + upload("b", "4", OLD), "b", "4");
        }
        return "<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>" + upload("c", "5", OLD)
                + "</ListMultipartUploadsResult>";
    }

    private static String page(String name, String content, String nextKey, String nextUpload) {
        return "<" + name + "><IsTruncated>true</IsTruncated><NextKeyMarker>prod/objects/" + nextKey
                + "</NextKeyMarker><NextUploadIdMarker>" + nextUpload + "</NextUploadIdMarker>" + content + "</" + name
                + ">";
    }

    private static String upload(String key, String id, Instant begun) {
        return "<Upload><Key>prod/objects/" + key + "</Key><UploadId>" + id + "</UploadId><Initiated>" + begun
                + "</Initiated></Upload>";
    }

    private static String objects(String query) {
        boolean first = !query.contains("continuation-token=second");
        return "<ListBucketResult><IsTruncated>" + first + "</IsTruncated>"
                + (first
                        ? "<NextContinuationToken>second</NextContinuationToken>" + object("a", OLD) + object("b", NEW)
                        : object("c", OLD) + object("d", OLD))
                + "</ListBucketResult>";
    }

    private static String object(String key, Instant stored) {
        return "<Contents><Key>prod/objects/" + key + "</Key><LastModified>" + stored + "</LastModified></Contents>";
    }

    private S3Objects bucket() {
        return S3Objects.of(new S3Bucket(
                S3Location.parse(
                        "s3://flows/prod",
                        "http://127.0.0.1:" + service.getAddress().getPort(),
                        null,
                        null),
                S3Patience.STANDARD,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("some-key", "some-secret"))));
    }

    @Test
    void oldObjectsAndUploadsAreFoundOnEachPage() {
        List<String> found = new ArrayList<>();
        try (S3Objects objects = bucket()) {
            objects.listOlderThan(NOW.minus(Duration.ofDays(7)), found::addAll);
        }
        assertThat(found).containsExactly("a", "c", "d");
        assertThat(deletions)
                .containsExactly(
                        "/flows/prod/objects/a?uploadId=1",
                        "/flows/prod/objects/a?uploadId=3",
                        "/flows/prod/objects/b?uploadId=4",
                        "/flows/prod/objects/c?uploadId=5");
    }
}
