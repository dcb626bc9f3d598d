package dev.cairn.datastore.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskCommit;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.datastore.postgresql.s3.S3Patience;
import dev.cairn.maintenance.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rights that {@code docs/cloud.md} lists are enough, and what they are given for is kept nowhere. */
class LeastPrivilegeTest {
    private static final PostgresqlServer SERVER = PostgresqlServer.shared();
    private static final String SECRET = "correct-horse-battery";
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    private final String database = SERVER.newDatabase();
    private final String parameters =
            S3Server.shared().parameters(S3Server.shared().newPrefix());

    @BeforeEach
    void makeUsers() throws IOException {
        SERVER.execute(
                database,
                "CREATE ROLE runner LOGIN PASSWORD '" + SECRET + "'",
                "CREATE ROLE reader LOGIN PASSWORD '" + SECRET + "'");
        Datastore.of(SERVER.url(database) + parameters).close();
        SERVER.execute(database, documented().toArray(String[]::new));
    }

    @AfterEach
    void removeUsers() {
        SERVER.execute(database, "DROP OWNED BY runner, reader", "DROP ROLE runner, reader");
    }

    /** The statements of the page. */
    private static List<String> documented() throws IOException {
        String page = Files.readString(Path.of("../../docs/cloud.md"));
        String block = page.substring(page.indexOf("```sql") + 6);
        return block.substring(0, block.indexOf("```"))
                .lines()
                .filter(line -> line.startsWith("GRANT"))
                .toList();
    }

    private Datastore open(String user) {
        String url = "postgresql://" + user + "@127.0.0.1:" + SERVER.port() + "/" + database + parameters;
        return new Opening(
                        StoreUrl.parse(url),
                        Limits.STANDARD,
                        S3Patience.STANDARD,
                        Map.of("PGPASSWORD", SECRET)::get,
                        Clock.systemUTC(),
                        () -> Duration.ZERO)
                .open();
    }

    private static RunId run(Datastore datastore) {
        RunRecord run = RunRecord.builder(RunId.next(Clock.systemUTC()), "Flow", "com.acme.Flow", NOW)
                .build();
        datastore.runs().create(run);
        Address large = datastore.blobs().put(new byte[100_000]).address();
        TaskRecord task = TaskRecord.builder(run.id(), TaskId.of("start"), 0, TaskStatus.SUCCEEDED, NOW, NOW)
                .build();
        assertThat(datastore.runs().commit(new TaskCommit(task, Map.of())).join())
                .isEqualTo(CommitResult.COMMITTED);
        datastore.runs().finish(run.id(), RunStatus.SUCCEEDED, NOW, null, null);
        assertThat(datastore.blobs().read(large)).hasSize(100_000);
        return run.id();
    }

    @Test
    void whoRunsFlowsNeedsNoMoreThanTheDocumentedRights() {
        try (Datastore datastore = open("runner")) {
            RunId run = run(datastore);
            assertThat(Verification.of(datastore).problems()).isEmpty();
            assertThat(datastore.runs().delete(run)).isTrue();
            datastore.blobs().sweep();
        }
    }

    @Test
    void whoOnlyReadsCannotWrite() {
        try (Datastore runner = open("runner");
                Datastore reader = open("reader")) {
            RunId run = run(runner);

            assertThat(reader.runs().find(run)).isPresent();
            assertThat(Verification.of(reader).problems()).isEmpty();
            assertThatThrownBy(() -> reader.blobs().put(new byte[] {1}))
                    .isInstanceOf(DatastoreException.class)
                    .hasMessage("PostgreSQL refuses something that the datastore `" + reader.url()
                            + "` needs: ERROR: permission denied for table writer."
                            + " Grant the user the rights that docs/cloud.md lists.");
        }
    }

    @Test
    void noSecretIsStored() {
        try (Datastore datastore = open("runner")) {
            run(datastore);
            assertThat(datastore.url()).doesNotContain(SECRET);
        }
        StoredRows rows = new StoredRows(SERVER.url(database) + parameters);
        String tables =
                rows.text("SELECT string_agg(query_to_xml('SELECT * FROM cairn.' || relname, true, true, '')::text, '')"
                        + " FROM pg_class WHERE relnamespace = 'cairn'::regnamespace AND relkind = 'r'");
        String prefix = StoreUrl.parse(rows.url()).blobs().substring(("s3://" + S3Server.BUCKET + "/").length());
        StringBuilder objects = new StringBuilder();
        S3Server.shared()
                .list(prefix)
                .forEach(key -> objects.append(key)
                        .append(new String(S3Server.shared().read(key), StandardCharsets.ISO_8859_1)));

        assertThat(tables)
                .contains("Cairn")
                .doesNotContain(SECRET)
                .doesNotContain(System.getenv("AWS_SECRET_ACCESS_KEY"));
        assertThat(objects.toString())
                .contains("cairn-store")
                .doesNotContain(SECRET)
                .doesNotContain(System.getenv("AWS_SECRET_ACCESS_KEY"));
    }
}
