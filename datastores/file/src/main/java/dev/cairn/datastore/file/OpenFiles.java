package dev.cairn.datastore.file;

import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Whether the paths of an open datastore still lead to the files that this process has open. On most systems files that are
 * open can be deleted or replaced, and SQLite would go on writing to what nobody can find any more. It is looked at after
 * each transaction, before anybody is told that it is durable. For one thread at a time.
 */
final class OpenFiles {
    private final StoreDirectory directory;
    private final @Nullable Object database;
    private final @Nullable Object blobs;
    private @Nullable Object log;
    private boolean logIsKnown;

    OpenFiles(StoreDirectory directory) throws IOException {
        this.directory = directory;
        this.database = key(directory.database());
        this.blobs = key(directory.blobs());
    }

    /**
     * Called after a commit, at which there is a log.
     *
     * @throws DatastoreException if something was deleted or replaced
     */
    void requireUnchanged() {
        requireUnchanged(directory.database(), database);
        requireUnchanged(directory.blobs(), blobs);
        if (!logIsKnown) {
            log = found(directory.log());
            logIsKnown = true; // it stays as long as this process has the database open
        }
        requireUnchanged(directory.log(), log);
    }

    private void requireUnchanged(Path path, @Nullable Object before) {
        Object now = found(path);
        if (now != null && !now.equals(before)) {
            throw new DatastoreException("the datastore `" + directory.root()
                    + "` was replaced while it was in use: its `" + path.getFileName()
                    + "` is now another file. What was stored since then is lost: run the flow again.");
        }
    }

    /** What tells a file from all others, as far as the platform has that. */
    private @Nullable Object found(Path path) {
        try {
            return key(path);
        } catch (IOException e) {
            if (!Files.isDirectory(directory.root()) || !Files.exists(directory.database())) {
                throw new WriteFailure(directory).gone(e);
            }
            throw new DatastoreException(
                    "the datastore `" + directory.root() + "` lost its file `" + path.getFileName()
                            + "` while it was in use. What was stored since then is lost: run the flow again.",
                    e);
        }
    }

    private static @Nullable Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }
}
