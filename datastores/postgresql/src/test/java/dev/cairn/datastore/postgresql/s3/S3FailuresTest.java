package dev.cairn.datastore.postgresql.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.postgresql.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;

/** What a service answers, and what users hear of it. */
class S3FailuresTest {
    private static final String SECRET = "correct-horse-battery";
    private static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("some-key", SECRET));
    private static final S3Patience SHORT =
            new S3Patience(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(3), 30);

    private final HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final AtomicInteger requests = new AtomicInteger();

    S3FailuresTest() throws IOException {}

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private String start() {
        service.start();
        return "http://127.0.0.1:" + service.getAddress().getPort();
    }

    /** Answers each request in this way, the first ones only if {@code times} is not 0. */
    private String answering(int status, String code, int times) {
        service.createContext("/", exchange -> {
            boolean well = times > 0 && requests.incrementAndGet() > times;
            byte[] body = well
                    ? new byte[0]
                    : ("<Error><Code>" + code + "</Code><Message>" + SECRET + "</Message></Error>")
                            .getBytes(StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", "12");
                exchange.sendResponseHeaders(well ? 200 : status, -1);
            } else {
                exchange.sendResponseHeaders(well ? 200 : status, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        return start();
    }

    private static S3Objects objects(String endpoint, S3Patience patience, AwsCredentialsProvider credentials) {
        return S3Objects.of(
                new S3Bucket(S3Location.parse("s3://flows/prod", endpoint, null, null), patience, credentials));
    }

    private static String refusal(String endpoint) {
        return refusal(objects(endpoint, SHORT.atFirst(), CREDENTIALS));
    }

    /** Neither the message nor what `--debug` shows of our own has a secret in it. */
    private static String refusal(S3Objects objects) {
        Throwable thrown = catchThrowable(() -> objects.requireOwner("id"));
        assertThat(thrown).isInstanceOf(DatastoreException.class);
        assertThat(thrown.getMessage()).doesNotContain(SECRET);
        return thrown.getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404|NoSuchBucket|there is no bucket `flows` at HERE. Create it, or correct `blobs` in the URL of the datastore.",
                "403|InvalidAccessKeyId|the object store at HERE does not accept the credentials (InvalidAccessKeyId). Renew them:"
                        + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the profile in ~/.aws.",
                "403|SignatureDoesNotMatch|the object store at HERE does not accept the credentials (SignatureDoesNotMatch). Renew"
                        + " them: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the profile in ~/.aws.",
                "400|ExpiredToken|the object store at HERE does not accept the credentials (ExpiredToken). Renew them:"
                        + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the profile in ~/.aws.",
                "403|AccessDenied|the credentials do not have the right to read objects in the bucket `flows` at HERE. Grant the"
                        + " rights that docs/cloud.md lists.",
                "400|AuthorizationHeaderMalformed|the bucket `flows` is in another region. Name it with `region=NAME` in the URL of"
                        + " the datastore.",
                "403|RequestTimeTooSkewed|the object store at HERE refuses requests because the clock of this machine is wrong. Set"
                        + " it, for example by NTP.",
                "301|PermanentRedirect|the bucket `flows` is in another region. Name it with `region=NAME` in the URL of the"
                        + " datastore.",
                "400|InvalidRequest|cannot read objects in `s3://flows/prod` at HERE: it answered 400 (InvalidRequest). Check `blobs`"
                        + " and `endpoint` in the URL of the datastore.",
                "404|NoSuchKey|`s3://flows/prod` does not have the objects of this datastore. Check `endpoint` in its URL, or"
                        + " restore the bucket."
            })
    void refusalsAreTold(int status, String code, String message) {
        String endpoint = answering(status, code, 0);
        assertThat(refusal(endpoint)).isEqualTo(message.replace("HERE", endpoint));
    }

    @Test
    void whatIsOverloadedIsAskedAgainForABoundedTime() {
        String endpoint = answering(503, "SlowDown", 0);
        assertThat(refusal(endpoint))
                .isEqualTo("cannot read objects in `s3://flows/prod` at " + endpoint
                        + ": it answered 503 (SlowDown), also when asked again."
                        + " Wait until the service is well, then resume the run.");
        assertThat(refusal(objects(endpoint, SHORT, CREDENTIALS)))
                .isEqualTo("cannot read objects in `s3://flows/prod` at " + endpoint
                        + ": it does not respond. Check the service and the network, then resume the run.");
    }

    @Test
    void whatIsOverloadedForAMomentIsNoFailure() {
        String endpoint = answering(503, "SlowDown", 3);
        assertThat(objects(endpoint, SHORT, CREDENTIALS).size("x")).isEqualTo(OptionalLong.of(12));
        assertThat(requests.get()).isEqualTo(4);
    }

    @Test
    void nobodyIsThere() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String endpoint = "http://127.0.0.1:" + port;
        assertThat(refusal(endpoint))
                .isEqualTo("cannot reach the object store at " + endpoint + ": nothing listens there."
                        + " Check `endpoint` in the URL of the datastore, and that the service runs.");
    }

    @Test
    void theHostDoesNotExist() {
        assertThat(refusal("http://no-such-host.invalid"))
                .isEqualTo("cannot reach the object store at http://no-such-host.invalid: there is no such host."
                        + " Check `endpoint` and `region` in the URL of the datastore.");
    }

    /** Not only who may not read. */
    @Test
    void rightsAreNamedByWhatTheyAreFor() {
        String endpoint = answering(403, "AccessDenied", 0);
        try (S3Objects objects = objects(endpoint, SHORT.atFirst(), CREDENTIALS)) {
            assertThat(catchThrowable(() -> objects.claim("id")))
                    .hasMessage("the credentials do not have the right to write objects in the bucket `flows` at "
                            + endpoint + ". Grant the rights that docs/cloud.md lists.");
            assertThat(catchThrowable(() -> objects.delete(List.of("a"))))
                    .hasMessage("the credentials do not have the right to delete objects in the bucket `flows` at "
                            + endpoint + ". Grant the rights that docs/cloud.md lists.");
            assertThat(catchThrowable(() -> objects.listOlderThan(Instant.EPOCH, found -> {})))
                    .hasMessage("the credentials do not have the right to list uploads in the bucket `flows` at "
                            + endpoint + ". Grant the rights that docs/cloud.md lists.");
        }
    }

    @Test
    void credentialsAreMissing() {
        assertThat(refusal(objects(start(), SHORT, SystemPropertyCredentialsProvider.create())))
                .isEqualTo(
                        "there are no credentials for the bucket `flows`."
                                + " Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile of ~/.aws with AWS_PROFILE.");
    }

    @Test
    void nobodySignedTheCertificate(@TempDir Path directory) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(SelfSigned.in(directory).keyStore(), SelfSigned.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        https.start();
        try {
            String endpoint = "https://127.0.0.1:" + https.getAddress().getPort();
            assertThat(refusal(endpoint))
                    .isEqualTo("cannot reach the object store at " + endpoint + ": its certificate is not trusted."
                            + " Import the certificate of its authority into the trust store of Java (`keytool -importcert -cacerts`),"
                            + " or name another one with -Djavax.net.ssl.trustStore.");
        } finally {
            https.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3:/flows||`blobs=s3:/flows` does not name a bucket. Write it as `blobs=s3://bucket/prefix`, with the characters"
                        + " that S3 calls safe.",
                "s3://FLOWS/x||`blobs=s3://FLOWS/x` does not name a bucket. Write it as `blobs=s3://bucket/prefix`, with the"
                        + " characters that S3 calls safe.",
                "s3://flows/a b||`blobs=s3://flows/a b` does not name a bucket. Write it as `blobs=s3://bucket/prefix`, with the"
                        + " characters that S3 calls safe.",
                "s3://flows|flows.acme.com|the `endpoint` of the bucket is not the address of a service. Write it as"
                        + " `endpoint=https://host:port`.",
                "s3://flows|http://key:secret@host|the `endpoint` of the bucket is not the address of a service. Write it as"
                        + " `endpoint=https://host:port`."
            })
    void placesThatAreNone(String blobs, String endpoint, String message) {
        assertThat(catchThrowable(() -> S3Location.parse(blobs, endpoint, null, null)))
                .isInstanceOf(DatastoreException.class)
                .hasMessage(message);
    }
}
