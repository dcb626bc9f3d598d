package dev.cairn.datastore.postgresql;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.definition.Items;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line with a datastore in a database and a bucket: what works, and with which status it ends if something is wrong. */
class CommandsTest {
    private static final String SECRET = "correct-horse-battery";
    private static final PostgresqlServer SERVER = PostgresqlServer.shared();

    @TempDir
    private Path directory;

    private static String newStore() {
        return SERVER.newUrl() + S3Server.shared().parameters(S3Server.shared().newPrefix());
    }

    /** A run with a value in its record, one in a row and one in the bucket. */
    private static String run(String url) {
        try (Datastore datastore = Datastore.of(url)) {
            return TestRun.of(Numbers.flow("Sums")
                            .step(foreach("start", "join", "count", Items.range(), "work"), (numbers, task) -> {
                                numbers.count = 3;
                                numbers.text = "t".repeat(5000);
                            })
                            .step(linear("work", "join"), (numbers, task) -> {
                                task.context().log("at " + task.index("count"));
                                numbers.array = new int[20_000];
                                numbers.array[19_999] = task.index("count");
                            })
                            .step(end("join").join(), (numbers, task) -> numbers.value = 42)
                            .build())
                    .datastore(datastore)
                    .run()
                    .pathspec();
        }
    }

    private static String ok(String url, String... arguments) throws IOException, InterruptedException {
        CommandProcess process = CommandProcess.type(url, Map.of(), arguments);
        assertThat(process.err()).isEmpty();
        assertThat(process.status()).isZero();
        return process.out();
    }

    @Test
    void whatIsReadVerifiedMovedAndDeleted() throws Exception {
        String url = newStore();
        String run = run(url);
        String file = directory.resolve("runs.tar.zst").toString();
        String other = newStore();

        assertThat(ok(url, "list")).contains(run).hasLineCount(2);
        assertThat(ok(url, "show", run)).contains("start").contains("work").contains("join");
        assertThat(ok(url, "dump", run + "/join/value")).contains("42");
        assertThat(ok(url, "dump", run + "/work/2/array", "--head", "1")).contains("0");
        assertThat(ok(url, "logs", run)).contains("at 0").contains("at 1").contains("at 2");
        assertThat(ok(url, "tag", run, "--add", "kept")).contains("kept");
        assertThat(ok(url, "verify")).contains("Read 1 run, 5 attempts").contains("no problem found.");
        assertThat(ok(url, "export", run, "--to", file)).contains("Exported run " + run);
        assertThat(ok(other, "import", file)).contains("Imported run " + run);
        assertThat(ok(other, "show", run)).isEqualTo(ok(url, "show", run));
        assertThat(ok(other, "verify")).contains("no problem found.");
        assertThat(ok(url, "delete", run)).isEqualTo("Deleted run " + run + ".\n");
        assertThat(ok(url, "gc")).startsWith("Deleted 0 runs and ");
        assertThat(ok(url, "list")).doesNotContain(run);
    }

    @Test
    void aPasswordIsTakenFromAFile() throws Exception {
        String database = SERVER.newDatabase();
        String url = "postgresql://mallory@127.0.0.1:" + SERVER.port() + "/" + database;
        Path file = Files.writeString(directory.resolve("pgpass"), "127.0.0.1:*:*:mallory:" + SECRET + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        SERVER.execute(database, "CREATE ROLE mallory LOGIN PASSWORD '" + SECRET + "'");
        try {
            CommandProcess process = CommandProcess.type(url, Map.of("PGPASSFILE", file.toString()), "list");

            assertThat(process.err()).startsWith("there is no datastore at `" + url + "`");
            assertThat(process.status()).isEqualTo(2);
        } finally {
            SERVER.execute(database, "DROP ROLE mallory");
        }
    }

    /** One line that has the remedy in it, and no secret. */
    private static void refused(int status, String message, String url, String... arguments)
            throws IOException, InterruptedException {
        CommandProcess process = CommandProcess.type(url, Map.of("PGPASSWORD", SECRET), arguments);
        assertThat(process.err()).isEqualTo(message + "\n").doesNotContain(SECRET);
        assertThat(process.out()).isEmpty();
        assertThat(process.status()).isEqualTo(status);
    }

    @Test
    void whatIsWrongEndsWithOneLineAndAStatus() throws Exception {
        String database = SERVER.newDatabase();
        String url = SERVER.url(database);
        String at = "127.0.0.1:" + SERVER.port();
        int nowhere = PostgresqlServer.freePort();

        refused(
                1,
                "cannot connect to PostgreSQL at no-such-host.invalid:5432: there is no such host."
                        + " Check the host in `postgresql://no-such-host.invalid/cairn`.",
                "postgresql://no-such-host.invalid/cairn",
                "list");
        refused(
                1,
                "cannot connect to PostgreSQL at 127.0.0.1:" + nowhere + ": nothing listens there."
                        + " Check host and port in `postgresql://127.0.0.1:" + nowhere
                        + "/cairn`, and that the server runs.",
                "postgresql://127.0.0.1:" + nowhere + "/cairn",
                "list");
        SERVER.execute(database, "CREATE ROLE eve LOGIN PASSWORD 'another'");
        try {
            refused(
                    1,
                    "PostgreSQL at " + at + " refuses to let user `eve` in:"
                            + " FATAL: password authentication failed for user \"eve\"."
                            + " Check the user in the URL, and the password in PGPASSWORD or ~/.pgpass.",
                    "postgresql://eve@" + at + "/" + database,
                    "list");
        } finally {
            SERVER.execute(database, "DROP ROLE eve");
        }
        refused(
                2,
                "there is no datastore at `" + url
                        + "`: nothing has been run there. Name another one with --datastore.",
                url,
                "list");
        Datastore.of(url).close();
        SERVER.execute(database, "UPDATE cairn.store SET version = 2");
        refused(
                1,
                "the datastore `" + url
                        + "` was created by a newer version of Cairn: its tables have version 2, but this version supports"
                        + " versions up to 1. Upgrade Cairn, or name another schema with `?schema=NAME` in the URL.",
                url,
                "list");
        String store = newStore();
        Datastore.of(store).close();
        String elsewhere = store.replaceAll("endpoint=.*", "endpoint=http://127.0.0.1:" + nowhere);
        refused(
                1,
                "cannot reach the object store at http://127.0.0.1:" + nowhere + ": nothing listens there."
                        + " Check `endpoint` in the URL of the datastore, and that the service runs.",
                elsewhere,
                "list");
        refused(
                1,
                "the URL of the datastore has a password in it, where others could read it. Remove it, and set PGPASSWORD"
                        + " or add a line to ~/.pgpass instead.",
                "postgresql://eve:" + SECRET + "@" + at + "/" + database,
                "list");
    }
}
