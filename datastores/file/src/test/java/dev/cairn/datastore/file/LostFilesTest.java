package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is deleted or replaced while a process writes to it: nothing is called durable that nobody can find again. */
@DisabledOnOs(OS.WINDOWS) // where files that are open cannot be deleted
class LostFilesTest {
    private static final String LOST = " while it was in use. What was stored since then is lost: run the flow again.";

    @TempDir
    private Path parent;

    private Path root;
    private Datastore datastore;
    private RunRecord run;

    @BeforeEach
    void startARun() {
        root = parent.resolve("store");
        datastore = Datastore.of("file:" + root);
        run = Example.run("Flow");
        datastore.runs().create(run);
        datastore.runs().commit(Example.commit(Example.task(run.id(), "start"))).join();
    }

    @Test
    void theDirectoryIsDeleted() throws IOException {
        delete(root);

        assertNothingIsWritten(gone());
        assertThat(root).doesNotExist();
    }

    @Test
    void theDirectoryIsMoved() throws IOException {
        Files.move(root, parent.resolve("elsewhere"));

        assertNothingIsWritten(gone());
        assertThat(root).doesNotExist();
    }

    @Test
    void anotherDirectoryIsThere() throws IOException {
        Files.move(root, parent.resolve("elsewhere")); // as when a disk is detached, and its mount point is left
        Files.createDirectory(root);

        assertNothingIsWritten(gone());
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void theDatabaseIsDeleted() throws IOException {
        Files.delete(root.resolve("store.db"));

        assertNothingIsWritten(gone());
    }

    @Test
    void theDatabaseIsReplacedByACopy() throws IOException {
        Path copy = Files.copy(root.resolve("store.db"), parent.resolve("copy"));
        Files.move(copy, root.resolve("store.db"), StandardCopyOption.REPLACE_EXISTING);

        assertNothingIsWritten("the datastore `" + root
                + "` was replaced while it was in use: its `store.db` is now another file. What was stored since then is"
                + " lost: run the flow again.");
    }

    @Test
    void theLogIsDeleted() throws IOException {
        Files.delete(root.resolve("store.db-wal"));

        assertNothingIsWritten("the datastore `" + root + "` lost its file `store.db-wal`" + LOST);
    }

    @Test
    void theLogIsReplaced() throws IOException {
        Path copy = Files.copy(root.resolve("store.db-wal"), parent.resolve("copy"));
        Files.move(copy, root.resolve("store.db-wal"), StandardCopyOption.REPLACE_EXISTING);

        assertNothingIsWritten("the datastore `" + root
                + "` was replaced while it was in use: its `store.db-wal` is now another file. What was stored since then"
                + " is lost: run the flow again.");
    }

    @Test
    void theBlobsAreDeleted() throws IOException {
        delete(root.resolve("blobs"));

        assertNothingIsWritten("the datastore `" + root + "` lost its file `blobs`" + LOST);
        assertThat(root.resolve("blobs")).doesNotExist();
    }

    /** A commit, a heartbeat, a small blob and a large one, and the end of the run: each fails, the first time and after. */
    private void assertNothingIsWritten(String message) {
        assertThatThrownBy(() -> datastore
                        .runs()
                        .commit(Example.commit(Example.task(run.id(), "next")))
                        .join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(DatastoreException.class)
                .hasMessage(message);
        String after = message + " Nothing was stored since; open the datastore again.";
        assertThatThrownBy(() -> datastore.runs().heartbeat(run.id(), Example.NOW))
                .isInstanceOf(DatastoreException.class)
                .hasMessage(after);
        assertThatThrownBy(() -> datastore.blobs().put(new byte[] {1}))
                .isInstanceOf(DatastoreException.class)
                .hasMessage(after);
        assertThatThrownBy(() -> datastore.blobs().put(Example.randomBytes(100_000, 1)))
                .isInstanceOf(DatastoreException.class);
        assertThatThrownBy(() -> datastore.runs().finish(run.id(), RunStatus.SUCCEEDED, Example.NOW, null, null))
                .isInstanceOf(DatastoreException.class)
                .hasMessage(after);
        datastore.close();
    }

    private String gone() {
        return "the datastore `" + root + "` was deleted, or its disk detached, while it was in use."
                + " What was stored in it is lost, unless there is a backup.";
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
