package dev.cairn.datastore.file;

import static dev.cairn.datastore.Example.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@code file:} lies in its directory. */
class FileDatastoreTest {
    @TempDir
    private Path parent;

    private Path directory() {
        return parent.resolve("store");
    }

    private Datastore open() {
        return Datastore.of("file:" + directory());
    }

    @Test
    void allIsThereAfterItWasOpenedAgain() {
        byte[] small = Example.randomBytes(3000, 1);
        byte[] large = Example.dullBytes(300_000);
        RunRecord run = Example.run("Flow", "tag");
        LogLine line = new LogLine(NOW, LogLine.Stream.ERR, "oh");
        TaskRecord task;
        BlobInfo blob;
        try (Datastore datastore = open()) {
            blob = datastore.blobs().put(large);
            datastore.runs().create(run);
            task = Example.fullRecord(run.id(), blob);
            datastore.runs().log(run.id(), task.task(), 2, List.of(line));
            datastore.runs().commit(Example.commit(task, small));
            datastore.runs().putFile(run.id(), "key", blob, NOW);
        }

        try (Datastore datastore = open()) {
            assertThat(datastore.runs().find(run.id())).contains(run);
            assertThat(datastore.runs().task(run.id(), task.task()).orElseThrow())
                    .usingRecursiveComparison()
                    .isEqualTo(task);
            assertThat(Example.all(datastore.runs().log(run.id(), task.task(), 2)))
                    .containsExactly(line);
            assertThat(datastore.runs().file(run.id(), "key")).contains(new FileRecord("key", blob, NOW));
            assertThat(datastore.blobs().read(Address.ofContent(small))).isEqualTo(small);
            assertThat(datastore.blobs().read(blob.address())).isEqualTo(large);
        }
    }

    @Test
    void aCommitIsDurableWhenTheDatastoreIsClosed() {
        RunRecord run = Example.run("Flow");
        try (Datastore datastore = open()) {
            datastore.runs().create(run);
            for (int i = 0; i < 5000; i++) {
                datastore.runs().commit(Example.commit(Example.task(run.id(), "train/" + i)));
            }
        }

        try (Datastore datastore = open()) {
            assertThat(datastore.runs().attempts(run.id()).count()).isEqualTo(5000);
        }
    }

    @Test
    void blobsUpTo64KiBAreInTheDatabaseAndLargerOnesAreFiles() throws IOException {
        byte[] small = Example.randomBytes(64 * 1024, 1);
        byte[] large = Example.randomBytes(64 * 1024 + 1, 2);
        try (Datastore datastore = open()) {
            datastore.blobs().put(small);
            datastore.blobs().put(large);
        }

        String digits = Address.ofContent(large).toString();
        Path file = directory().resolve("blobs").resolve(digits.substring(0, 2)).resolve(digits.substring(2));
        assertThat(file).hasBinaryContent(large);
        assertThat(files(directory().resolve("blobs"))).containsExactly(file);
        assertThat(files(directory().resolve("tmp"))).isEmpty();
    }

    @Test
    void whatCompressesIsStoredCompressed() throws IOException, SQLException {
        byte[] small = Example.dullBytes(60_000);
        byte[] large = Example.dullBytes(6_000_000);
        try (Datastore datastore = open()) {
            datastore.blobs().put(small);
            datastore.blobs().put(large);
            datastore.blobs().put(output -> output.write(Example.dullBytes(511)));
        }

        assertThat(query("SELECT encoding FROM blob WHERE size = 60000")).isEqualTo("1");
        assertThat(query("SELECT encoding FROM blob WHERE size = 511")).isEqualTo("0");
        assertThat(Files.size(files(directory().resolve("blobs")).get(0))).isLessThan(600_000);
    }

    @Test
    void theDatabaseSaysWhatItIs() throws SQLException {
        open().close();

        assertThat(query("PRAGMA application_id")).isEqualTo("1130457458"); // "Cair"
        assertThat(query("PRAGMA user_version")).isEqualTo("2");
        assertThat(query("PRAGMA journal_mode")).isEqualTo("wal");
        assertThat(query("PRAGMA auto_vacuum")).isEqualTo("2"); // incremental
        assertThat(query("PRAGMA page_size")).isEqualTo("8192");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerMayLookIntoItsDirectories() throws IOException {
        try (Datastore datastore = open()) {
            datastore.blobs().put(Example.randomBytes(100_000, 1));
        }

        try (Stream<Path> paths = Files.walk(directory())) {
            assertThat(paths.filter(Files::isDirectory))
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo("rwx------"));
        }
    }

    @Test
    void nothingLeavesTheDirectory() throws IOException {
        String hostile = "../../outside";
        try (Datastore datastore = open()) {
            RunRecord run = Example.runOfClass(hostile, hostile);
            datastore.runs().create(run);
            datastore.runs().putFile(run.id(), hostile, datastore.blobs().put(Example.randomBytes(100_000, 1)), NOW);
            datastore
                    .runs()
                    .log(run.id(), TaskId.of("start"), 0, List.of(new LogLine(NOW, LogLine.Stream.LOG, hostile)));
            assertThat(datastore.runs().list(RunQuery.flow(hostile))).hasSize(1);
        }

        assertThat(files(parent))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).startsWith(directory()));
    }

    @Test
    void itsUrlOpensItFromAnywhere() {
        try (Datastore datastore = Datastore.of("file:" + directory() + "/../store/.")) {
            assertThat(datastore.url()).isEqualTo("file:" + directory());
        }
        try (Datastore datastore = Datastore.of("file://" + directory())) {
            assertThat(datastore.url()).isEqualTo("file:" + directory());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "percent%20", "question?mark=1", "hash#tag", "größe", "a;b&c", "quote'\""})
    void itsDirectoryMayHaveAnyName(String name) {
        Path odd = parent.resolve(name);
        try (Datastore datastore = Datastore.of("file:" + odd)) {
            datastore.blobs().put(new byte[] {1});
        }

        assertThat(odd.resolve("store.db")).isNotEmptyFile();
        try (Datastore datastore = Datastore.of("file:" + odd)) {
            assertThat(datastore.blobs().list()).hasSize(1);
        }
    }

    @Test
    void anotherMachineIsRefused() {
        assertThatThrownBy(() -> Datastore.of("file://host/dir"))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("`file://host/dir` names a directory on another machine. Use `file:/directory`");
    }

    @Test
    void aNameThatIsNoPathIsRefused() {
        assertThatThrownBy(() -> Datastore.of("file:a\0b"))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("`file:a\0b` does not name a directory: Nul character not allowed");
    }

    @Test
    void aFileIsRefused() throws IOException {
        Files.writeString(directory(), "mine");

        assertThatThrownBy(this::open)
                .isInstanceOf(DatastoreException.class)
                .hasMessage("`" + directory() + "` is a file, but a datastore is a directory. Name another one.");
        assertThat(directory()).hasContent("mine");
    }

    @Test
    void aDirectoryBelowAFileIsRefused() throws IOException {
        Files.writeString(parent.resolve("file"), "mine");

        assertThatThrownBy(() -> Datastore.of("file:" + parent.resolve("file/store")))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("cannot write to the datastore `" + parent.resolve("file/store")
                        + "`: Not a directory. Make it writable, or choose another directory.");
    }

    @Test
    void aDirectoryOfSomethingElseIsRefused() throws IOException {
        Files.createDirectory(directory());
        Files.writeString(directory().resolve("thesis.tex"), "mine");

        assertThatThrownBy(this::open)
                .isInstanceOf(DatastoreException.class)
                .hasMessage("`" + directory()
                        + "` is not a Cairn datastore: it has other files, but no `store.db`. Name a new"
                        + " or an empty directory.");
        assertThat(files(directory())).containsExactly(directory().resolve("thesis.tex"));
    }

    @Test
    void aDatabaseOfSomethingElseIsRefused() throws SQLException, IOException {
        Files.createDirectory(directory());
        update("CREATE TABLE theirs (x)");

        assertNotADatastore();
        assertThat(query("SELECT count(*) FROM theirs")).isEqualTo("0");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws IOException {
        Files.createDirectory(directory());
        Files.writeString(
                directory().resolve("store.db"), "this is not a database, whatever its name may say. ".repeat(100));

        assertNotADatastore();
    }

    private void assertNotADatastore() {
        assertThatThrownBy(this::open)
                .isInstanceOf(DatastoreException.class)
                .hasMessage("`" + directory()
                        + "` is not a Cairn datastore: its `store.db` is not a Cairn database. Name a new or an"
                        + " empty directory.");
    }

    @Test
    void aDatastoreOfANewerVersionIsRefused() throws SQLException {
        open().close();
        update("PRAGMA user_version = 4");

        assertThatThrownBy(this::open)
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the datastore `" + directory()
                        + "` was created by a newer version of Cairn: it has format 4, but this version supports formats"
                        + " up to 3. Upgrade Cairn, or use another directory.");
    }

    /** Format 2 was written without previews before, and is by versions of Cairn that know none. */
    @Test
    void blobsGetPreviewsWhereThereWereNone() throws SQLException {
        BlobInfo old;
        try (Datastore datastore = open()) {
            old = datastore.blobs().put(new byte[] {1});
        }
        update("ALTER TABLE blob DROP COLUMN preview");
        update("DROP TABLE deleted");
        update("DROP TABLE stop");
        try (Session session = new Session(connect(), Disk.standard(), directory())) {
            OlderFormat.readCurrent(session);
            assertThat(BlobRows.find(session, old.address()).orElseThrow().info())
                    .isEqualTo(old);
            assertThat(DeletedRows.has(session, 1)).isFalse();
            assertThat(StopRows.find(session, 1)).isNull();
        }

        try (Datastore datastore = open()) {
            assertThat(datastore.blobs().find(old.address())).contains(old);
            BlobInfo now = datastore.blobs().put(Example.previewed(new byte[] {2}, "[2]"));
            assertThat(datastore.blobs().find(now.address())).contains(now);
            assertThat(now.preview()).isEqualTo("[2]");
        }
    }

    /** Nor were there origins and fingerprints of runs. */
    @Test
    void runsGetOriginsWhereThereWereNone() throws SQLException {
        RunRecord old = Example.run("Flow");
        try (Datastore datastore = open()) {
            datastore.runs().create(old);
        }
        update("ALTER TABLE run DROP COLUMN origin");
        update("ALTER TABLE run DROP COLUMN fingerprints");
        update("ALTER TABLE run DROP COLUMN attributes");
        try (Session session = new Session(connect(), Disk.standard(), directory())) {
            OlderFormat.readCurrent(session);
            assertThat(RunRows.find(session, old.id()).orElseThrow().run()).isEqualTo(old);
        }

        try (Datastore datastore = open()) {
            assertThat(datastore.runs().find(old.id())).contains(old);
            RunRecord resumed = Example.run("Flow").toBuilder()
                    .origin(old.id())
                    .fingerprints(Map.of("train", "1", "start", "2"))
                    .build();
            datastore.runs().create(resumed);
            assertThat(datastore.runs().find(resumed.id())).contains(resumed);
            datastore.runs().tag(resumed.id(), Set.of("a"), Set.of());
            assertThat(datastore.runs().find(resumed.id())).contains(resumed.withTags(Set.of("a")));
        }
    }

    /** Attributes came after origins. */
    @Test
    void runsGetAttributesWhereThereWereNone() throws SQLException {
        RunRecord old = Example.run("Flow").toBuilder()
                .fingerprints(Map.of("train", "1"))
                .build();
        try (Datastore datastore = open()) {
            datastore.runs().create(old);
        }
        update("ALTER TABLE run DROP COLUMN attributes");
        try (Session session = new Session(connect(), Disk.standard(), directory())) {
            OlderFormat.readCurrent(session);
            assertThat(RunRows.find(session, old.id()).orElseThrow().run()).isEqualTo(old);
        }

        try (Datastore datastore = open()) {
            assertThat(datastore.runs().find(old.id())).contains(old);
            RunRecord attributed = Example.run("Flow").toBuilder()
                    .attributes(Map.of("startedBy", "Outer/1/start", "of a later version", "kept"))
                    .build();
            datastore.runs().create(attributed);
            datastore.runs().tag(attributed.id(), Set.of("a"), Set.of());
            assertThat(datastore.runs().find(attributed.id())).contains(attributed.withTags(Set.of("a")));
        }
    }

    @Test
    void whetherItExistsIsToldWithoutMakingIt() throws IOException {
        String url = "file:" + directory();
        assertThat(Datastore.exists(url)).isFalse();
        Files.createDirectories(directory().resolve("tmp")); // a crash while it was made
        assertThat(Datastore.exists(url)).isFalse();
        assertThat(files(parent)).isEmpty();

        open().close();
        assertThat(Datastore.exists(url)).isTrue();
    }

    @Test
    void whatOnlyLooksLikeItExistsToo() throws IOException {
        Files.writeString(parent.resolve("file"), "mine");

        assertThat(Datastore.exists("file:" + parent.resolve("file"))).isTrue();
        assertThat(Datastore.exists("file:" + parent)).isTrue();
    }

    @Test
    void streamsReadOnlyAsFarAsTheyAreTaken() {
        RunRecord run = Example.run("Flow");
        try (Datastore datastore = open()) {
            datastore.runs().create(run);
            for (int i = 0; i < 5000; i++) {
                datastore.runs().commit(Example.commit(Example.task(run.id(), "train/" + i)));
            }
            Iterator<TaskRecord> tasks =
                    datastore.runs().tasks(run.id(), "train").iterator();
            Iterator<TaskRecord> attempts = datastore.runs().attempts(run.id()).iterator();
            tasks.next();
            attempts.next();
            datastore.runs().commit(Example.commit(Example.task(run.id(), "train/5000")));

            assertThat(tasks).toIterable().hasSize(5000); // the last one is younger than the iterator
            assertThat(attempts).toIterable().hasSize(5000);
        }
    }

    @Test
    void anEmptyDatabaseThatACrashHasLeftIsMadeWhole() throws IOException {
        Files.createDirectories(directory().resolve("blobs"));
        Files.createFile(directory().resolve("store.db"));

        try (Datastore datastore = open()) {
            assertThat(datastore.runs().list(RunQuery.all())).isEmpty();
        }
    }

    @Test
    void itMayBeOpenTwiceInOneProcess() {
        RunRecord run = Example.run("Flow");
        try (Datastore first = open();
                Datastore second = open()) {
            first.runs().create(run);
            second.runs()
                    .commit(Example.commit(Example.task(run.id(), "start")))
                    .join();

            assertThat(second.runs().find(run.id())).contains(run);
            assertThat(first.runs().task(run.id(), TaskId.of("start"))).isPresent();
        }
    }

    @Test
    void itMayBeMadeByManyThreadsAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            String url = "file:" + parent.resolve("round" + round);
            ExecutorService threads = Executors.newFixedThreadPool(6);
            CyclicBarrier start = new CyclicBarrier(6);
            Callable<BlobInfo> opening = () -> {
                start.await();
                try (Datastore datastore = Datastore.of(url)) {
                    return datastore.blobs().put(new byte[] {1});
                }
            };
            for (Future<BlobInfo> opened : threads.invokeAll(Collections.nCopies(6, opening))) {
                assertThat(opened.get().size()).isEqualTo(1);
            }
            threads.shutdown();
            try (Datastore datastore = Datastore.of(url)) {
                assertThat(datastore.blobs().list()).hasSize(1);
            }
        }
    }

    @Test
    void anInterruptedThreadStillStores() {
        byte[] large = Example.randomBytes(200_000, 1);
        RunRecord run = Example.run("Flow");
        try (Datastore datastore = open()) {
            datastore.runs().create(run);
            Thread.currentThread().interrupt();
            BlobInfo blob = datastore.blobs().put(large);
            datastore
                    .runs()
                    .commit(Example.commit(Example.task(run.id(), "start")))
                    .join();
            byte[] read = datastore.blobs().read(blob.address());

            assertThat(Thread.interrupted()).isTrue();
            assertThat(read).isEqualTo(large);
            assertThat(datastore.runs().task(run.id(), TaskId.of("start"))).isPresent();
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.getString(1);
        }
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + directory().resolve("store.db"));
    }
}
