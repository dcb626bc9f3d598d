package dev.cairn.datastore.file;

import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Finds out why something could not be written, and says so in two sentences. What the platform reports is often a consequence:
 * so the state of the directory is looked at first.
 *
 * @param directory the directory
 */
record WriteFailure(StoreDirectory directory) {
    /** With less than this, not even a page of the database can be written. */
    private static final long LEAST_SPACE = 16 * 1024;

    /** What kept a process from writing to a datastore that it had open. */
    DatastoreException of(Exception cause) {
        return Files.isDirectory(directory.root()) ? ofOpening(cause) : gone(cause);
    }

    /** What kept a process from making or opening a datastore. */
    DatastoreException ofOpening(Exception cause) {
        if (isFull(cause)) {
            return full(cause);
        }
        return new DatastoreException(
                "cannot write to the datastore `" + directory.root() + "`: " + reason(cause)
                        + ". Make it writable, or choose another directory.",
                cause);
    }

    DatastoreException gone(@Nullable Exception cause) {
        String message =
                "the datastore `" + directory.root() + "` was deleted, or its disk detached, while it was in use."
                        + " What was stored in it is lost, unless there is a backup.";
        return cause == null ? new DatastoreException(message) : new DatastoreException(message, cause);
    }

    DatastoreException full(Exception cause) {
        return new DatastoreException(
                "the disk of the datastore `" + directory.root()
                        + "` is full. Make room, or choose a directory on another disk.",
                cause);
    }

    boolean isFull(Exception cause) {
        if (cause instanceof SQLiteException sqlite
                && SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_FULL) {
            return true;
        }
        if (String.valueOf(cause.getMessage()).contains("No space left on device")) {
            return true;
        }
        try {
            return Files.getFileStore(directory.root()).getUsableSpace() < LEAST_SPACE
                    && Files.isWritable(directory.root());
        } catch (IOException e) {
            return false;
        }
    }

    /** A file store knows nothing of how it is mounted here: trying tells. */
    private boolean isReadOnly() {
        if (!Files.isDirectory(directory.root()) || Files.isWritable(directory.root())) {
            return false;
        }
        try {
            Path probe = directory.root().resolve(UUID.randomUUID() + ".tmp");
            directory.disk().createFile(probe);
            directory.disk().delete(probe);
            return false;
        } catch (IOException e) {
            return e instanceof FileSystemException file
                    && String.valueOf(file.getReason()).contains("Read-only");
        }
    }

    private String reason(Exception cause) {
        if (isReadOnly()) {
            return "its file system is read-only";
        }
        if (cause instanceof AccessDeniedException
                || Files.exists(directory.root()) && !Files.isWritable(directory.root())) {
            return "access is denied";
        }
        if (cause instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return String.valueOf(cause.getMessage());
    }
}
