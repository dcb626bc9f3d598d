package dev.cairn.datastore.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * All that changes the files of a datastore, one call for each change, so that tests can record, fail and replay every one of them.
 * What SQLite changes is one call for each of its transactions. Reading is left out: it changes nothing. Thread-safe.
 *
 * <p>What is written is durable once the file is forced; what a name stands for, once the directory it is in is.
 */
interface Disk {
    /** The disk of this platform. */
    static Disk standard() {
        return PlatformDisk.INSTANCE;
    }

    /**
     * Makes a directory for the owner only, whatever the umask is.
     *
     * @throws FileAlreadyExistsException if there is something of this name
     */
    void createDirectory(Path directory) throws IOException;

    /**
     * Makes an empty file for the owner only, whatever the umask is.
     *
     * @throws FileAlreadyExistsException if there is something of this name
     */
    void createFile(Path file) throws IOException;

    /** Opens a file that is there, to write to it. */
    WritableFile open(Path file) throws IOException;

    /** Gives a file another name, at once; a file that has this name is replaced. */
    void move(Path from, Path to) throws IOException;

    /** Deletes a file; whether there was one. */
    boolean delete(Path file) throws IOException;

    /** Returns when all names in a directory are durable. */
    void forceNames(Path directory) throws IOException;

    /**
     * Does what changes a database: ends a transaction, empties its log, copies it. It is durable then if the session says so, by its
     * {@code PRAGMA synchronous}; but a copy is not.
     *
     * @param session where it is done
     * @param database the file that is changed, of the session or a copy that it makes
     */
    void change(Session session, Path database, DatabaseChange change) throws SQLException;

    /** A change of a database. */
    @FunctionalInterface
    interface DatabaseChange {
        void make() throws SQLException;
    }

    /** An open file. For one thread, but that another one may force it meanwhile. Does not mind interrupts, as channels would. */
    interface WritableFile extends Closeable {
        /** Writes bytes at a position, over what is there. */
        void write(long position, byte[] bytes, int offset, int length) throws IOException;

        /** Returns when all that was written is durable. If it fails, the file must be written anew: its pages may be gone from the cache. */
        void force() throws IOException;
    }
}
