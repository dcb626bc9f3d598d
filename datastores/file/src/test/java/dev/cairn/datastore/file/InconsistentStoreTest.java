package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.ChildProcess;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory of which something is missing is never taken for a new one; and one that was closed is whole in one file. */
class InconsistentStoreTest {
    @TempDir
    private Path parent;

    private Path root() {
        return parent.resolve("store");
    }

    private Datastore open() {
        return Datastore.of("file:" + root());
    }

    private RunRecord fill() {
        RunRecord run = Example.run("Flow");
        try (Datastore datastore = open()) {
            BlobInfo blob = datastore.blobs().put(Example.randomBytes(100_000, 1));
            datastore.runs().create(run);
            datastore.runs().commit(Example.commit(Example.fullRecord(run.id(), blob)));
        }
        return run;
    }

    @Test
    void anEmptyDatabaseBesideBlobsIsRefused() throws IOException {
        fill();
        Files.write(root().resolve("store.db"), new byte[0]);

        assertRefused("empty");
    }

    @Test
    void blobsWithoutADatabaseAreRefused() throws IOException {
        fill();
        Files.delete(root().resolve("store.db"));

        assertRefused("missing");
    }

    @Test
    void aLogWithoutADatabaseIsRefused() throws IOException {
        Files.createDirectory(root());
        Files.write(root().resolve("store.db-wal"), new byte[] {1});
        assertRefused("missing");

        Files.createFile(root().resolve("store.db"));
        assertRefused("empty");
        assertThat(root().resolve("store.db-wal")).hasBinaryContent(new byte[] {1});
    }

    private void assertRefused(String how) throws IOException {
        List<Path> before = files();
        assertThatThrownBy(this::open)
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the datastore `" + root() + "` is damaged: its `store.db` is " + how
                        + ", but its other files are there. Restore the whole directory from a backup, or choose another"
                        + " one.");
        assertThat(Datastore.exists("file:" + root())).isTrue();
        List<Path> added = new ArrayList<>(files());
        added.removeAll(before);
        assertThat(added).isSubsetOf(root().resolve("blobs"), root().resolve("tmp"), root().resolve("lock"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(root())) {
            return paths.toList();
        }
    }

    @Test
    void aDatabaseWithoutItsLogIsRefused() throws IOException {
        Path copy = Files.createDirectory(parent.resolve("copy"));
        try (Datastore datastore = open()) {
            for (int i = 0; i < 3; i++) {
                datastore.runs().create(Example.run("Flow"));
            }
            for (String name : List.of("store.db", "sequence")) { // as if the process were killed, and its log deleted
                Files.copy(root().resolve(name), copy.resolve(name));
            }
        }

        assertThatThrownBy(() -> Datastore.of("file:" + copy))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the datastore `" + copy
                        + "` is inconsistent: its `store.db` does not have the last 3 of 3 commits; they may be"
                        + " in a missing `store.db-wal`. Restore all its files from one backup; to read only what is there,"
                        + " delete `" + copy.resolve("sequence") + "`.");
        Files.delete(copy.resolve("sequence"));
        try (Datastore datastore = Datastore.of("file:" + copy)) {
            assertThat(datastore.runs().list(RunQuery.all())).isEmpty();
        }
    }

    @Test
    void commitsOfOthersWhileAStoreIsOpenedAreNotMissed() throws Exception {
        fill();
        StoreDirectory directory = StoreDirectory.open(root());
        try (Session session = Database.open(directory).newReader()) {
            SequenceFile.require(directory, () -> {
                StoreRow read = StoreRow.read(session);
                fill(); // before the file is read, if it is read too late
                return read;
            });
            assertThat(StoreRow.read(session).runs()).isEqualTo(2);
        }
    }

    @Test
    void anOlderCopyOfTheDatabaseIsRefused() throws IOException {
        fill();
        byte[] older = Files.readAllBytes(root().resolve("store.db"));
        fill();
        Files.write(root().resolve("store.db"), older);

        assertThatThrownBy(this::open)
                .isInstanceOf(DatastoreException.class)
                .hasMessageStartingWith("the datastore `" + root()
                        + "` is inconsistent: its `store.db` does not have the last 3 of 6 commits; ");
    }

    @Test
    void theDatabaseOfAnotherStoreIsRefused() throws IOException {
        fill();
        Datastore.of("file:" + parent.resolve("other")).close();
        Files.write(root().resolve("store.db"), Files.readAllBytes(parent.resolve("other/store.db")));

        assertThatThrownBy(this::open)
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the datastore `" + root()
                        + "` is inconsistent: its `store.db` belongs to another datastore. Restore all its files"
                        + " from one backup; to read only what is there, delete `"
                        + root().resolve("sequence")
                        + "`.");
    }

    @Test
    void afterItWasClosedTheDatabaseAloneIsWhole() throws IOException {
        RunRecord run = fill();
        Path copy = Files.createDirectory(parent.resolve("copy"));
        Files.copy(root().resolve("store.db"), copy.resolve("store.db"));

        assertThat(root().resolve("store.db-wal")).doesNotExist();
        try (Datastore datastore = Datastore.of("file:" + copy)) {
            assertThat(datastore.runs().find(run.id())).contains(run);
            assertThat(Example.all(datastore.runs().attempts(run.id()))).hasSize(1);
        }
    }

    @Test
    void soItIsWhileSomebodyElseReads() throws IOException {
        try (Datastore reader = open()) {
            RunRecord run = fill();
            Path copy = Files.createDirectory(parent.resolve("copy"));
            Files.copy(root().resolve("store.db"), copy.resolve("store.db"));

            assertThat(reader.runs().find(run.id())).contains(run);
            try (Datastore datastore = Datastore.of("file:" + copy)) {
                assertThat(datastore.runs().find(run.id())).contains(run);
            }
        }
    }

    @Test
    void soItIsFromTheBeginning() throws IOException {
        try (Datastore datastore = open()) {
            Path copy = Files.createDirectory(parent.resolve("copy"));
            Files.copy(root().resolve("store.db"), copy.resolve("store.db"));

            assertThat(datastore.blobs().list()).isEmpty();
            assertThat(Datastore.exists("file:" + copy)).isTrue();
        }
    }

    @Test
    void soItIsWhenAProcessEndsThatDidNotCloseIt() throws IOException {
        try (ChildProcess child = ChildProcess.start(UnclosedProcess.class, root().toString())) {
            String run = child.line();
            assertThat(child.waitFor()).isZero();
            Path copy = Files.createDirectory(parent.resolve("copy"));
            Files.copy(root().resolve("store.db"), copy.resolve("store.db"));

            try (Datastore datastore = Datastore.of("file:" + copy)) {
                assertThat(datastore.runs().list(RunQuery.all()))
                        .extracting(found -> found.id().toString())
                        .containsExactly(run);
            }
        }
    }

    /** Stores a run, and ends. */
    static final class UnclosedProcess {
        private UnclosedProcess() {}

        public static void main(String[] arguments) {
            RunRecord run = Example.run("Flow");
            Datastore.of("file:" + arguments[0]).runs().create(run);
            System.out.println(run.id());
        }
    }
}
