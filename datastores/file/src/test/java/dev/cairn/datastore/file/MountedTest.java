package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datastores on file systems that are full or read-only, in a name space of mounts of its own, where the system lets us. */
class MountedTest {
    private static final String ANSWER = "> ";

    @TempDir
    private Path parent;

    @BeforeEach
    void mayMount() throws Exception {
        OwnMounts.assumeAllowed();
    }

    @Test
    void aFullDiskIsSaidToBeFull() throws Exception {
        String disk = parent.toString();
        List<String> answers = run("mount -t tmpfs -o size=1m none " + disk, Filling.class, disk + "/store");

        String full = "the disk of the datastore `" + disk
                + "/store` is full. Make room, or choose a directory on another disk.";
        String later = full + " Nothing was stored since; open the datastore again.";
        assertThat(answers).containsExactly("a large blob: " + full, "commits: " + full, "the end: " + later);
    }

    @Test
    void theEndOfARunIsStoredThoughItIsTheFirstToMeetAFullDisk() throws Exception {
        String disk = parent.toString();
        List<String> answers = run("mount -t tmpfs -o size=1m none " + disk, Ending.class, disk + "/store");

        assertThat(answers)
                .containsExactly("the disk is full", "the end is stored", "the run is FAILED: " + Ending.WHY);
    }

    @Test
    void aDiskThatIsFullBeforeIsSaidToBe() throws Exception {
        String disk = parent.toString();
        List<String> answers = run(
                "mount -t tmpfs -o size=64k none " + disk + " && (cat /dev/zero > " + disk
                        + "/zeros 2> /dev/null || true)",
                Opening.class,
                disk + "/store");

        assertThat(answers)
                .containsExactly("the disk of the datastore `" + disk
                        + "/store` is full. Make room, or choose a directory on another disk.");
    }

    @Test
    void whatWasClosedIsReadFromAReadOnlyFileSystem() throws Exception {
        Path store = parent.resolve("store");
        RunRecord run = Example.run("Flow");
        try (Datastore datastore = Datastore.of("file:" + store)) {
            datastore.runs().create(run);
            datastore.runs().commit(Example.commit(Example.task(run.id(), "start")));
        }

        assertThat(readOnly(store, Reading.class))
                .containsExactly(
                        "1 run, 1 attempt",
                        "cannot write to the datastore `" + store
                                + "`: its file system is read-only. Make it writable, or choose another directory.");
        assertThat(store.resolve("store.db-wal")).doesNotExist();
    }

    @Test
    void whatIsBeingWrittenIsReadToo() throws Exception {
        Path store = parent.resolve("store");
        RunRecord run = Example.run("Flow");
        try (Datastore datastore = Datastore.of("file:" + store)) {
            datastore.runs().create(run);
            datastore
                    .runs()
                    .commit(Example.commit(Example.task(run.id(), "start")))
                    .join();

            assertThat(readOnly(store, Reading.class)).first().isEqualTo("1 run, 1 attempt");
        }
    }

    @Test
    void whatWasKilledSaysWhereItCanBeRead() throws Exception {
        Path store = parent.resolve("store");
        Path killed = parent.resolve("killed");
        RunRecord run = Example.run("Flow");
        try (Datastore datastore = Datastore.of("file:" + store)) {
            datastore.runs().create(run);
            Files.createDirectory(killed); // as it would lie there, were the process killed now
            Files.copy(store.resolve("store.db"), killed.resolve("store.db"));
            Files.copy(store.resolve("store.db-wal"), killed.resolve("store.db-wal"));
        }

        assertThat(readOnly(killed, Reading.class))
                .containsExactly("the datastore `" + killed
                        + "` cannot be read in a read-only directory: it was not closed, so its `store.db-wal` is needed,"
                        + " which can be read only in a writable one. Copy the whole directory to a place where you can"
                        + " write.");
    }

    private static List<String> readOnly(Path store, Class<?> program) throws Exception {
        return run(
                "mount --bind " + store + " " + store + " && mount -o remount,bind,ro " + store,
                program,
                store.toString());
    }

    /** Runs a program after a preparation; what it answered. */
    private static List<String> run(String preparation, Class<?> program, String argument) throws Exception {
        List<String> command = List.of("unshare", "-rm", "sh", "-c", preparation + " && exec \"$0\" \"$@\"");
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                argument);
        List<String> all = new ArrayList<>(command);
        all.addAll(java);
        Process process = new ProcessBuilder(all)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        assertThat(process.waitFor()).as(lines.toString()).isZero();
        return lines.stream()
                .filter(line -> line.startsWith(ANSWER))
                .map(line -> line.substring(ANSWER.length()))
                .toList();
    }

    private static void answer(String text) {
        System.out.println(ANSWER + text);
    }

    /** Fills a datastore until nothing more goes in. */
    static final class Filling {
        private Filling() {}

        public static void main(String[] arguments) {
            Datastore datastore = Datastore.of("file:" + arguments[0]);
            RunRecord run = Example.run("Flow");
            datastore.runs().create(run);
            try {
                datastore.blobs().put(Example.randomBytes(2_000_000, 1));
            } catch (DatastoreException e) {
                answer("a large blob: " + e.getMessage());
            }
            try {
                for (int i = 0; true; i++) {
                    datastore
                            .runs()
                            .commit(Example.commit(
                                    Example.task(run.id(), "train/" + i), Example.randomBytes(50_000, i)))
                            .join();
                }
            } catch (CompletionException e) {
                answer("commits: " + e.getCause().getMessage());
            }
            try {
                datastore.runs().finish(run.id(), RunStatus.SUCCEEDED, Example.NOW, null, null);
            } catch (DatastoreException e) {
                answer("the end: " + e.getMessage());
            }
        }
    }

    /** Fills the disk of a datastore by other means, notes the end of a run in it, and reads that. */
    static final class Ending {
        /** So long that no room that happens to be left in the log takes it. */
        static final String WHY = "w".repeat(20_000);

        private Ending() {}

        public static void main(String[] arguments) throws IOException {
            Path store = Path.of(arguments[0]);
            RunRecord run = Example.run("Flow");
            try (Datastore datastore = Datastore.of("file:" + store)) {
                datastore.runs().create(run);
                fill(store.resolveSibling("zeros"));
                FailureRecord failure = new FailureRecord("Failure", WHY, "");
                datastore.runs().finish(run.id(), RunStatus.FAILED, Example.NOW, null, failure);
                answer("the end is stored");
            } catch (DatastoreException e) {
                answer(e.getMessage());
            }
            Files.delete(store.resolveSibling("zeros"));
            try (Datastore datastore = Datastore.of("file:" + store)) {
                RunRecord stored = datastore.runs().find(run.id()).orElseThrow();
                answer("the run is " + stored.status() + ": "
                        + Objects.requireNonNull(stored.failure()).message());
            }
        }

        private static void fill(Path file) {
            try (OutputStream zeros = Files.newOutputStream(file)) {
                while (true) {
                    zeros.write(new byte[4096]);
                }
            } catch (IOException e) {
                answer("the disk is full");
            }
        }
    }

    /** Opens a datastore. */
    static final class Opening {
        private Opening() {}

        public static void main(String[] arguments) {
            try {
                Datastore.of("file:" + arguments[0]).close();
            } catch (DatastoreException e) {
                answer(e.getMessage());
            }
        }
    }

    /** Reads a datastore, and tries to write. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] arguments) {
            try (Datastore datastore = Datastore.of("file:" + arguments[0])) {
                List<RunRecord> runs = Example.all(datastore.runs().list(RunQuery.all()));
                int attempts =
                        Example.all(datastore.runs().attempts(runs.get(0).id())).size();
                answer(runs.size() + " run, " + attempts + " attempt");
                datastore.blobs().put(new byte[] {1});
            } catch (DatastoreException e) {
                answer(e.getMessage());
            }
        }
    }
}
