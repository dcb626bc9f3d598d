package dev.cairn.datastore.file;

import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The directory of a datastore and the paths in it. All of them are made of constants and of hexadecimal digits: no id and
 * no name of a user becomes part of a path.
 *
 * @param root the absolute path
 * @param disk changes the files in it
 */
record StoreDirectory(Path root, Disk disk) {
    private static final String DATABASE = "store.db";
    private static final Set<String> OWN_NAMES = Set.of(
            DATABASE,
            DATABASE + "-wal",
            DATABASE + "-shm",
            DATABASE + "-journal",
            "blobs",
            "tmp",
            "lock",
            "turn",
            "sequence",
            "reserve");

    /**
     * Makes the directory, unless it is there, readable for its owner only.
     *
     * @throws DatastoreException if there is something else of this name, or a directory of something else
     */
    static StoreDirectory open(Path root) {
        return open(root, Disk.standard());
    }

    static StoreDirectory open(Path root, Disk disk) {
        StoreDirectory directory = new StoreDirectory(root, disk);
        directory.requireNothingElse();
        try {
            directory.make(root);
            NetworkFileSystems.refuse(root);
            directory.requireOwn();
            if (!directory.isReadOnly()) {
                directory.make(directory.blobs());
                directory.make(directory.temporary());
            }
        } catch (IOException e) {
            throw new WriteFailure(directory).ofOpening(e);
        }
        return directory;
    }

    /** Whether there is anything at {@code root}, apart from a directory that is empty but for what a crash may have left. */
    static boolean isInUse(Path root) {
        if (!Files.isDirectory(root)) {
            return Files.exists(root) || Files.isSymbolicLink(root);
        }
        try {
            StoreDirectory directory = new StoreDirectory(root, Disk.standard());
            return Files.exists(directory.database()) || !directory.hasOwnNamesOnly() || directory.hasContent();
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

    /** The write-ahead log of the database, which belongs to it. */
    Path log() {
        return root.resolve(DATABASE + "-wal");
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

    /** See {@link Turn}. */
    Path turn() {
        return root.resolve("turn");
    }

    /** Where it says how many commits the database must have at least. */
    Path sequence() {
        return root.resolve("sequence");
    }

    /** See {@link Reserve}. */
    Path reserve() {
        return root.resolve("reserve");
    }

    /** Whether there is a datastore in which this process can change nothing. */
    boolean isReadOnly() {
        return Files.exists(database()) && !(Files.isWritable(root) && Files.isWritable(database()));
    }

    /** Makes a file for the owner only, whatever the umask is, unless it is there. */
    void makeFile(Path path) throws IOException {
        try {
            disk.createFile(path);
        } catch (FileAlreadyExistsException e) {
            // it keeps what its owner may have given to others
        }
    }

    /**
     * Makes a directory, and those it is in, for the owner only; durably, so that nothing in it can be durable and yet lost.
     * Does nothing if it is there.
     */
    void make(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Path parent = path.getParent();
        if (parent != null) {
            make(parent);
        }
        try {
            disk.createDirectory(path);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(path)) {
                throw new FileSystemException(path.toString(), null, "Not a directory");
            }
        }
        if (parent != null) {
            disk.forceNames(parent);
        }
    }

    /**
     * Makes the names in the directory durable, and its own, and those of the directories it is in: whoever made them may have died
     * right after. What this process may not open, or what is on another file system, nobody has made for this datastore.
     */
    void forceOwnName() throws IOException {
        disk.forceNames(root);
        Object fileSystem = Files.getFileStore(root);
        for (Path above = root.getParent();
                above != null && Files.getFileStore(above).equals(fileSystem);
                above = above.getParent()) {
            try {
                disk.forceNames(above);
            } catch (AccessDeniedException e) {
                return;
            }
        }
    }

    /**
     * Refuses to make a new database beside what can only have come with another one.
     *
     * @throws DatastoreException if there are values, or a log of commits
     */
    void requireNoRemains() throws IOException {
        if (hasContent()) {
            throw new DatastoreException("the datastore `" + root + "` is damaged: its `" + DATABASE + "` is "
                    + (Files.exists(database()) ? "empty" : "missing") + ", but its other files are there."
                    + " Restore the whole directory from a backup, or choose another one.");
        }
    }

    /** Whether there is what only a datastore in use can have left: values, a log of commits, or a count of them. */
    private boolean hasContent() throws IOException {
        if (Files.exists(sequence()) || Files.exists(log()) && Files.size(log()) > 0) {
            return true;
        }
        if (!Files.isDirectory(blobs())) {
            return false;
        }
        try (Stream<Path> paths = Files.walk(blobs())) {
            return paths.anyMatch(Files::isRegularFile);
        }
    }

    /** Deletes a file that is in the way of nobody: if it cannot be deleted, it is swept some day. */
    void deleteQuietly(Path path) {
        try {
            disk.delete(path);
        } catch (IOException e) {
            // some day
        }
    }

    /** What to tell the user when something cannot be written. */
    DatastoreException cannotWrite(Exception cause) {
        return new WriteFailure(this).of(cause);
    }

    /** What to tell the user when something cannot be read. */
    DatastoreException cannotRead(Exception cause) {
        return new ReadFailure(this).of(cause);
    }

    private void requireNothingElse() {
        if (Files.isSymbolicLink(root) && !Files.exists(root)) {
            throw new DatastoreException("`" + root + "` is a symbolic link to " + target()
                    + ", which does not exist. Create that directory, or choose another one.");
        }
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new DatastoreException("`" + root + "` is a file, but a datastore is a directory. Name another one.");
        }
    }

    private String target() {
        try {
            return "`" + Files.readSymbolicLink(root) + "`";
        } catch (IOException e) {
            return "another place";
        }
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
}
