package dev.cairn.datastore.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.postgresql.s3.S3Patience;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people get wrong: each mistake is told in one or two sentences, which say how to mend it and have no secret in them. */
class BadInputTest {
    private static final String SECRET = "correct-horse-battery";
    private static final PostgresqlServer SERVER = PostgresqlServer.shared();
    private static final String AT = "127.0.0.1:" + SERVER.port();

    private final String database = SERVER.newDatabase();
    private final String url = SERVER.url(database);

    private static Opening opening(String url, Map<String, String> environment, Clock clock) {
        UnaryOperator<@Nullable String> variables = environment::get;
        return new Opening(
                StoreUrl.parse(url), Limits.STANDARD, S3Patience.STANDARD, variables, clock, () -> Duration.ZERO);
    }

    private static Datastore open(String url) {
        return opening(url, Map.of(), Clock.systemUTC()).open();
    }

    private static String refusal(String url) {
        return refusal(opening(url, Map.of("PGPASSWORD", SECRET), Clock.systemUTC()));
    }

    /** The message; nothing below it may have a secret in it either, since `--debug` shows that. */
    private static String refusal(Opening opening) {
        return refused(() -> opening.open().close());
    }

    private static String refused(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(DatastoreException.class);
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(SECRET);
        return thrown.getMessage();
    }

    private String as(String user) {
        return "postgresql://" + user + "@" + AT + "/" + database;
    }

    @Test
    void aHostThatDoesNotExist() {
        assertThat(refusal("postgresql://no-such-host.invalid/cairn"))
                .isEqualTo("cannot connect to PostgreSQL at no-such-host.invalid:5432: there is no such host."
                        + " Check the host in `postgresql://no-such-host.invalid/cairn`.");
    }

    @Test
    void aPortWhereNothingListens() throws IOException {
        int port = PostgresqlServer.freePort();
        assertThat(refusal("postgresql://127.0.0.1:" + port + "/cairn"))
                .isEqualTo("cannot connect to PostgreSQL at 127.0.0.1:" + port + ": nothing listens there."
                        + " Check host and port in `postgresql://127.0.0.1:" + port
                        + "/cairn`, and that the server runs.");
    }

    @Test
    void aWrongPassword() {
        SERVER.execute(database, "CREATE ROLE ada LOGIN PASSWORD 'another'");
        try {
            assertThat(refusal(as("ada")))
                    .isEqualTo("PostgreSQL at " + AT + " refuses to let user `ada` in:"
                            + " FATAL: password authentication failed for user \"ada\"."
                            + " Check the user in the URL, and the password in PGPASSWORD or ~/.pgpass.");
            assertThat(refusal(opening(as("ada"), Map.of(), Clock.systemUTC())))
                    .isEqualTo("PostgreSQL at " + AT + " refuses to let user `ada` in:"
                            + " The server requested SCRAM-based authentication, but no password was provided."
                            + " Check the user in the URL, and the password in PGPASSWORD or ~/.pgpass.");
        } finally {
            SERVER.execute(database, "DROP ROLE ada");
        }
    }

    @Test
    void aDatabaseThatDoesNotExist() {
        assertThat(refusal(SERVER.url("nowhere")))
                .isEqualTo("PostgreSQL at " + AT + " has no database `nowhere`."
                        + " Create it with `createdb`, or correct the URL `" + SERVER.url("nowhere") + "`.");
    }

    @Test
    void aUserWithoutRights() {
        SERVER.execute(database, "CREATE ROLE bob LOGIN PASSWORD '" + SECRET + "'");
        try {
            assertThat(refusal(as("bob")))
                    .isEqualTo("PostgreSQL refuses something that the datastore `" + as("bob") + "` needs:"
                            + " ERROR: permission denied for database " + database
                            + ". Grant the user the rights that docs/cloud.md lists.");

            open(url).close();

            assertThat(refusal(as("bob")))
                    .isEqualTo("the user that connects to `" + as("bob")
                            + "` may not use the schema `cairn`. Grant it the rights that docs/cloud.md lists.");
        } finally {
            SERVER.execute(database, "DROP ROLE bob");
        }
    }

    @Test
    void aServerWithoutEncryption() {
        assertThat(refusal(url + "?sslmode=require"))
                .isEqualTo("cannot connect to PostgreSQL at " + AT + ": it does not offer encryption."
                        + " Turn `ssl` on in the server, or use `sslmode=disable` in a network that you trust.");
    }

    @Test
    void aCertificateThatNobodySigned(@TempDir Path directory) throws Exception {
        PostgresqlServer server = PostgresqlServer.start();
        SelfSigned identity = SelfSigned.in(directory);
        Path certificate = Files.writeString(directory.resolve("server.crt"), identity.certificate());
        server.encrypt(identity);
        String encrypted = server.newUrl() + "?sslmode=verify-full";
        String at = "127.0.0.1:" + server.port();

        assertThat(refusal(encrypted + "&sslrootcert=" + directory.resolve("none.crt")))
                .isEqualTo("cannot connect to PostgreSQL at " + at + ": a file of certificates is missing: "
                        + directory.resolve("none.crt")
                        + " (No such file or directory). Name it with `sslrootcert=FILE` in the URL.");
        Path other = Files.writeString(
                directory.resolve("other.crt"),
                SelfSigned.in(Files.createDirectory(directory.resolve("other"))).certificate());
        assertThat(refusal(encrypted + "&sslrootcert=" + other))
                .startsWith("cannot connect to PostgreSQL at " + at + ": its certificate is not trusted (")
                .endsWith("). Name the certificate of its authority with `sslrootcert=FILE` in the URL.");
        open(encrypted + "&sslrootcert=" + certificate).close();
    }

    @Test
    void aSchemaOfAnotherProgram() {
        SERVER.execute(database, "CREATE SCHEMA cairn", "CREATE TABLE cairn.store (id integer)");
        assertThat(refusal(url))
                .isEqualTo("the schema `cairn` of the database `" + database + "` belongs to another program."
                        + " Name another one with `?schema=NAME` in the URL.");
        assertThat(open(url + "?schema=flows")).satisfies(Datastore::close);
    }

    @Test
    void tablesOfANewerVersion() {
        open(url).close();
        SERVER.execute(database, "UPDATE cairn.store SET version = 2");
        assertThat(refusal(url))
                .isEqualTo("the datastore `" + url
                        + "` was created by a newer version of Cairn: its tables have version 2,"
                        + " but this version supports versions up to 1."
                        + " Upgrade Cairn, or name another schema with `?schema=NAME` in the URL.");
    }

    @Test
    void tablesThatANewerVersionChangesMeanwhile() {
        try (Datastore datastore = open(url)) {
            SERVER.execute(database, "UPDATE cairn.store SET version = 2");
            assertThat(refused(() -> datastore.blobs().put(new byte[] {1})))
                    .startsWith("the datastore `" + url + "` was created by a newer version of Cairn");
        }
    }

    @Test
    void aClockThatIsWrong() {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
        String rest = " seconds %s that of PostgreSQL at " + AT
                + ", but a run counts as dead after 30 seconds without a sign of life. Set both clocks, for example by NTP.";
        assertThat(refusal(opening(url, Map.of(), ahead)))
                .startsWith("the clock of this machine is 3")
                .endsWith(rest.formatted("ahead of"));
        assertThat(refusal(opening(url, Map.of(), behind)))
                .startsWith("the clock of this machine is 3")
                .endsWith(rest.formatted("behind"));
    }

    @Test
    void bucketsOfOtherDatastores() {
        String prefix = S3Server.shared().newPrefix();
        String bucket = "s3://" + S3Server.BUCKET + "/" + prefix;
        String parameters = S3Server.shared().parameters(prefix);
        open(url + parameters).close();

        assertThat(refusal(SERVER.newUrl() + parameters))
                .isEqualTo("`" + bucket + "` belongs to another datastore."
                        + " Name another prefix, or, if that datastore is gone, delete what is in it.");
        assertThat(refusal(url))
                .isEqualTo("the datastore `" + url + "` keeps its large values in `" + bucket
                        + "`. Open it with `blobs=" + bucket + "` in the URL.");
        String other = url + S3Server.shared().parameters("other");
        assertThat(refusal(other))
                .isEqualTo("the datastore `" + other + "` keeps its large values in `" + bucket + "`, not in `s3://"
                        + S3Server.BUCKET + "/other`. Open it with `blobs=" + bucket + "` in the URL.");

        S3Server.shared().delete(prefix + "/cairn-store");
        assertThat(refusal(url + parameters))
                .isEqualTo("`" + bucket + "` does not have the objects of this datastore."
                        + " Check `endpoint` in its URL, or restore the bucket.");
    }

    @Test
    void aBucketForADatastoreWithout() {
        open(url).close();
        String with = url + S3Server.shared().parameters("p");
        assertThat(refusal(with))
                .isEqualTo("the datastore `" + with + "` keeps its large values in its database, not in `s3://"
                        + S3Server.BUCKET
                        + "/p`. Remove `blobs` from the URL, or name another schema with `schema=NAME`.");
    }

    @Test
    void aBucketThatDoesNotExist() {
        String parameters = S3Server.shared().parameters("p").replace(S3Server.BUCKET, "no-such-bucket");
        assertThat(refusal(url + parameters))
                .isEqualTo("there is no bucket `no-such-bucket` at http://127.0.0.1:"
                        + S3Server.shared().port() + ". Create it, or correct `blobs` in the URL of the datastore.");
        assertThat(opening(url, Map.of(), Clock.systemUTC()).exists())
                .as("tables without a bucket")
                .isFalse();
    }

    @Test
    void aPrefixInUseLeavesNothingBehind() {
        String parameters = S3Server.shared().parameters(S3Server.shared().newPrefix());
        open(url + parameters).close();
        String another = SERVER.newUrl();

        refusal(another + parameters);

        assertThat(opening(another, Map.of(), Clock.systemUTC()).exists()).isFalse();
    }
}
