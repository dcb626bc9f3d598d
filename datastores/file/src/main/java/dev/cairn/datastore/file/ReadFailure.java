package dev.cairn.datastore.file;

import dev.cairn.datastore.DatastoreException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Finds out why something of an open datastore could not be read, and says so in two sentences.
 *
 * @param directory the directory
 */
record ReadFailure(StoreDirectory directory) {
    DatastoreException of(Exception cause) {
        WriteFailure writing = new WriteFailure(directory);
        if (!Files.isDirectory(directory.root()) || !Files.exists(directory.database())) {
            return writing.gone(cause);
        }
        if (writing.isFull(cause)) {
            return writing.full(cause); // SQLite writes where it reads: what the readers of the log have to agree about
        }
        return new DatastoreException(
                "cannot read the datastore `" + directory.root() + "`: " + reason(cause)
                        + ". Make it readable, or restore it from a backup.",
                cause);
    }

    private String reason(Exception cause) {
        if (cause instanceof AccessDeniedException || !Files.isReadable(directory.database())) {
            return "access is denied";
        }
        if (cause instanceof NoSuchFileException missing) {
            return "its `" + directory.root().relativize(Path.of(missing.getFile())) + "` is missing";
        }
        if (cause instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return String.valueOf(cause.getMessage());
    }
}
