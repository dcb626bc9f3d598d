package dev.cairn.datastore.local;

import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The directory of a datastore and the paths in it. All of them are made of constants and of hexadecimal digits: no id and
 * no name of a user becomes part of a path.
 *
 * @param root the absolute path
 */
record StoreDirectory(Path root) {
    private static final String DATABASE = "store.db";
    private static final Set<String> OWN_NAMES =
            Set.of(DATABASE, DATABASE + "-wal", DATABASE + "-shm", DATABASE + "-journal", "blobs", "tmp", "lock");

    /**
     * Makes the directory, unless it is there, readable for its owner only.
     *
     * @throws DatastoreException if there is something else of this name, or a directory of something else
     */
    static StoreDirectory open(Path root) {
        StoreDirectory directory = new StoreDirectory(root);
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new DatastoreException("`" + root + "` is a file, but a datastore is a directory. Name another one.");
        }
        try {
            directory.make(root);
            directory.requireOwn();
            if (!Files.isWritable(root)) {
                throw new AccessDeniedException(root.toString());
            }
            directory.make(directory.blobs());
            directory.make(directory.temporary());
        } catch (IOException e) {
            throw directory.cannotWrite(e);
        }
        return directory;
    }

    /** Whether there is anything at {@code root}, apart from a directory that is empty but for what a crash may have left. */
    static boolean isInUse(Path root) {
        if (!Files.isDirectory(root)) {
            return Files.exists(root);
        }
        try {
            StoreDirectory directory = new StoreDirectory(root);
            return Files.exists(directory.database()) || !directory.hasOwnNamesOnly();
        } catch (IOException e) {
            return true; // whoever opens it will say why it cannot be read
        }
    }

    /** The URL that opens the datastore from any working directory. */
    String url() {
        return "file:" + root;
    }

    Path database() {
        return root.resolve(DATABASE);
    }

    Path blobs() {
        return root.resolve("blobs");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** Makes a directory, and those it is in, for the owner only; does nothing if it is there. */
    void make(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path, ownerOnly(path));
        }
    }

    DatastoreException cannotWrite(Exception cause) {
        return new DatastoreException(
                "cannot write to the datastore `" + root + "`: " + reason(cause)
                        + ". Make it writable, or choose another directory.",
                cause);
    }

    private void requireOwn() throws IOException {
        if (!Files.exists(database()) && !hasOwnNamesOnly()) {
            throw new DatastoreException("`" + root + "` is not a Cairn datastore: it has other files, but no `"
                    + DATABASE + "`. Name a new or an empty directory.");
        }
    }

    private boolean hasOwnNamesOnly() throws IOException {
        try (Stream<Path> names = Files.list(root)) {
            return names.allMatch(path -> OWN_NAMES.contains(path.getFileName().toString()));
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString("rwx------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    private static String reason(Exception cause) {
        if (cause instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (cause instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return String.valueOf(cause.getMessage());
    }
}
