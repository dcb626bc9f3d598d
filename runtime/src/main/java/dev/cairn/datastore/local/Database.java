package dev.cairn.datastore.local;

import dev.cairn.datastore.DatastoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens sessions of the SQLite database of a datastore. Immutable, thread-safe. */
final class Database {
    /** For how long a writer waits for one in another process. A transaction takes milliseconds. */
    private static final int BUSY_MILLIS = 30_000;

    /** 64 MiB of pages of 8 KiB: the larger, the fewer pages are written twice. */
    private static final int CHECKPOINT_PAGES = 8192;

    private final StoreDirectory directory;

    private Database(StoreDirectory directory) {
        this.directory = directory;
    }

    /**
     * The database of {@code directory}, made if it is not there.
     *
     * @throws DatastoreException if it is not one of Cairn, or made by a newer version
     */
    static Database open(StoreDirectory directory) {
        NativeLibrary.load();
        Database database = new Database(directory);
        try {
            database.requireSchema();
        } catch (SQLException | IOException e) {
            throw database.failed(e);
        }
        return database;
    }

    /**
     * Looks for the tables, and makes them, one process and one thread of it at a time: SQLite cannot switch to WAL mode while
     * somebody else so much as looks. The monitor is the same in all class loaders, as the lock of the file is.
     */
    private void requireSchema() throws SQLException, IOException {
        synchronized (directory.lock().toString().intern()) {
            try (FileChannel channel =
                            FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    Session session = newSession()) {
                channel.lock(); // until the channel is closed
                if (!StoreSchema.isPresent(session, directory)) {
                    StoreSchema.create(session);
                }
            }
        }
    }

    /** A session that reads. */
    Session newReader() throws SQLException {
        Session session = newSession();
        session.execute("PRAGMA query_only = 1");
        return session;
    }

    /** A session that writes; a commit returns when it is on the disk. */
    Session newWriter() throws SQLException {
        Session session = newSession();
        session.execute("PRAGMA synchronous = FULL");
        session.execute("PRAGMA fullfsync = 1"); // macOS: through the cache of the disk
        session.execute("PRAGMA checkpoint_fullfsync = 1");
        session.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
        return session;
    }

    private Session newSession() throws SQLException {
        // as a URI, so that no character of the path means anything to the driver
        String url = JDBC.PREFIX + "file:" + directory.database().toUri().getRawPath();
        Session session = new Session(JDBC.createConnection(url, new Properties()));
        session.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
        return session;
    }

    String url() {
        return directory.url();
    }

    DatastoreException closed() {
        return new DatastoreException("the datastore `" + url() + "` is closed");
    }

    /** What to tell the user about a failure below. */
    DatastoreException failed(Exception cause) {
        if (cause instanceof SQLiteException sqlite) {
            SQLiteErrorCode code = sqlite.getResultCode();
            switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
                case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM:
                    return directory.cannotWrite(cause);
                case SQLITE_NOTADB:
                    return StoreSchema.notADatastore(directory);
                case SQLITE_CORRUPT:
                    return new DatastoreException(
                            "the datastore `" + url() + "` is damaged: " + directory.database()
                                    + " is not a sound SQLite database. Restore it from a backup",
                            cause);
                case SQLITE_FULL:
                    return new DatastoreException("the disk of the datastore `" + url() + "` is full", cause);
                case SQLITE_BUSY:
                    return new DatastoreException(
                            "another process has kept the datastore `" + url() + "` locked for " + BUSY_MILLIS / 1000
                                    + " seconds. Find out which, for example with `fuser " + directory.database() + "`",
                            cause);
                default:
            }
        }
        if (cause instanceof IOException) {
            return directory.cannotWrite(cause);
        }
        return new DatastoreException("the datastore `" + url() + "` failed: " + cause.getMessage(), cause);
    }
}
