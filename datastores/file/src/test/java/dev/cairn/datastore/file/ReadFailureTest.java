package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunQuery;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reads a datastore that is open already is told that it cannot be read, not that it cannot be written. */
class ReadFailureTest {
    @TempDir
    private Path parent;

    private Path root;
    private Datastore datastore;

    @BeforeEach
    void open() {
        root = parent.resolve("store");
        datastore = Datastore.of("file:" + root);
    }

    @AfterEach
    void close() {
        datastore.close();
    }

    @Test
    void theDatabaseCannotBeOpened() throws IOException {
        deleteDatabase();
        Files.createDirectory(root.resolve("store.db"));

        assertRefused(
                () -> datastore.runs().list(RunQuery.all()).toList(),
                "cannot read the datastore `" + root
                        + "`: [SQLITE_CANTOPEN] Unable to open the database file (unable to open database file)."
                        + " Make it readable, or restore it from a backup.");
    }

    @Test
    void theDatabaseIsGone() throws IOException {
        StoreDirectory directory = StoreDirectory.open(root);
        deleteDatabase();

        assertThat(new ReadFailure(directory).of(new IOException("no such file")))
                .hasMessage(gone());
    }

    @Test
    void theDirectoryIsGone() throws IOException {
        Files.move(root, parent.resolve("elsewhere"));

        assertRefused(() -> datastore.runs().list(RunQuery.all()).toList(), gone());
        assertRefused(datastore.blobs()::sweep, gone());
    }

    @Test
    void theBlobsAreGone() throws IOException {
        Files.delete(root.resolve("blobs"));

        assertRefused(
                datastore.blobs()::sweep,
                "cannot read the datastore `" + root
                        + "`: its `blobs` is missing. Make it readable, or restore it from a backup.");
    }

    @Test
    void accessIsDenied() {
        DatastoreException told = new ReadFailure(StoreDirectory.open(root))
                .of(new AccessDeniedException(root.resolve("blobs").toString()));

        assertThat(told)
                .hasMessage("cannot read the datastore `" + root
                        + "`: access is denied. Make it readable, or restore it from a backup.");
    }

    private void assertRefused(ThrowingCallable reading, String message) {
        assertThatThrownBy(reading).isInstanceOf(DatastoreException.class).hasMessage(message);
    }

    private String gone() {
        return "the datastore `" + root + "` was deleted, or its disk detached, while it was in use."
                + " What was stored in it is lost, unless there is a backup.";
    }

    private void deleteDatabase() throws IOException {
        Files.delete(root.resolve("store.db"));
        Files.deleteIfExists(root.resolve("store.db-wal"));
        Files.deleteIfExists(root.resolve("store.db-shm"));
    }
}
