package dev.cairn.datastore.file;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.support.DamagedRecordException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens sessions of the SQLite database of a datastore. Thread-safe, but for what says that it is for one thread. */
final class Database {
    /** For how long a writer waits for one in another process. A transaction takes milliseconds. */
    private static final int BUSY_MILLIS = 30_000;

    /** 64 MiB of pages of 8 KiB: the larger, the fewer pages are written twice. */
    private static final int CHECKPOINT_PAGES = 8192;

    /** Without this the driver asks after each INSERT which number the row got, by a statement that it prepares anew. */
    private static final Properties PROPERTIES = new Properties();

    static {
        PROPERTIES.setProperty(SQLiteConfig.Pragma.JDBC_GET_GENERATED_KEYS.pragmaName, "false");
    }

    private final StoreDirectory directory;
    private final String mode;
    private final SequenceFile sequence;
    private @Nullable OpenFiles openFiles;
    private long version;

    private Database(StoreDirectory directory, String mode) {
        this.directory = directory;
        this.mode = mode;
        this.sequence = new SequenceFile(directory);
    }

    /**
     * The database of {@code directory}, made if it is not there.
     *
     * @throws DatastoreException if it is not one of Cairn, or made by a newer version
     */
    static Database open(StoreDirectory directory) {
        NativeLibrary.load();
        if (directory.isReadOnly()) {
            return ReadOnly.open(directory);
        }
        Database database = new Database(directory, "");
        try {
            database.requireSchema();
        } catch (SQLException | IOException e) {
            throw database.failed(e);
        } catch (DamagedRecordException e) {
            throw database.damaged(e);
        }
        return database;
    }

    /** How to open what this process cannot change. */
    private static final class ReadOnly {
        /** With the log of commits, which somebody may be writing to. */
        private static final String LIVE = "?mode=ro";

        /** Without any log and without locks, for which SQLite would want to make files. */
        private static final String IMMUTABLE = "?immutable=1";

        private ReadOnly() {}

        static Database open(StoreDirectory directory) {
            boolean logged = size(directory.log()) > 0;
            Database database = new Database(directory, Files.exists(directory.log()) ? LIVE : IMMUTABLE);
            try {
                database.requirePresent();
            } catch (SQLException | IOException | DamagedRecordException e) {
                if (database.mode.equals(IMMUTABLE)) {
                    throw database.failedToRead(e);
                }
                if (logged) {
                    throw new DatastoreException(
                            "the datastore `" + directory.root()
                                    + "` cannot be read in a read-only directory: it was not closed, so its `"
                                    + directory.log().getFileName()
                                    + "` is needed, which can be read only in a writable one. Copy the whole directory"
                                    + " to a place where you can write.",
                            e);
                }
                return openImmutable(directory);
            }
            return database;
        }

        private static Database openImmutable(StoreDirectory directory) {
            Database database = new Database(directory, IMMUTABLE);
            try {
                database.requirePresent();
            } catch (SQLException | IOException | DamagedRecordException e) {
                throw database.failedToRead(e);
            }
            return database;
        }

        private static long size(Path path) {
            try {
                return Files.size(path);
            } catch (IOException e) {
                return 0;
            }
        }
    }

    private void requirePresent() throws SQLException, IOException {
        try (Session session = newSession()) {
            version = StoreSchema.version(session, directory);
            if (version == 0) {
                throw StoreSchema.notADatastore(directory);
            }
            if (version >= StoreSchema.VERSION) {
                SequenceFile.require(directory, () -> StoreRow.read(session));
            }
        }
    }

    /**
     * Looks for the tables, and makes them, one process and one thread of it at a time: SQLite cannot switch to WAL mode while
     * somebody else so much as looks. The monitor is the same in all class loaders, as the lock of the file is.
     */
    private void requireSchema() throws SQLException, IOException {
        synchronized (directory.lock().toString().intern()) {
            directory.makeFile(directory.lock());
            try (FileChannel channel =
                    FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock(); // until the channel is closed
                if (!Files.exists(directory.database()) || Files.size(directory.database()) == 0) {
                    directory.requireNoRemains(); // before SQLite sees it, which would throw away the log
                    directory.makeFile(directory.database()); // the log gets its rights from it
                    directory.forceOwnName();
                }
                try (Session session = newSession()) {
                    version = StoreSchema.version(session, directory);
                    if (version == 0) {
                        directory.requireNoRemains();
                        StoreSchema.create(session);
                    } else if (version < StoreSchema.VERSION) {
                        Migration.run(session, directory);
                    }
                    StoreSchema.addLog(session);
                    StoreSchema.addPreviews(session);
                    StoreSchema.addOrigins(session);
                    StoreSchema.addAttributes(session);
                    StoreSchema.addTables(session);
                    version = StoreSchema.VERSION;
                    SequenceFile.require(directory, () -> StoreRow.read(session));
                    openFiles = new OpenFiles(directory);
                }
            }
        }
    }

    /** A session that reads. */
    Session newReader() throws SQLException {
        return newSession(session -> {
            if (version < StoreSchema.VERSION) {
                OlderFormat.read(session);
            } else {
                OlderFormat.readCurrent(session);
            }
            session.execute("PRAGMA query_only = 1");
        });
    }

    /** A session that writes; a commit returns when it is on the disk. */
    Session newWriter() throws SQLException {
        if (isReadOnly()) {
            throw directory.cannotWrite(
                    new AccessDeniedException(directory.root().toString()));
        }
        return newSession(session -> {
            session.execute("PRAGMA synchronous = FULL");
            session.execute("PRAGMA fullfsync = 1"); // macOS: through the cache of the disk
            session.execute("PRAGMA checkpoint_fullfsync = 1");
            session.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
        });
    }

    /** What makes a session fit for its use. */
    @FunctionalInterface
    private interface Preparation {
        void of(Session session) throws SQLException;
    }

    /** A session that copies the whole database. */
    Session newCopier() throws SQLException {
        return newSession();
    }

    /** A session of any database. Nothing that it changes is durable until its file is forced. */
    static Session newSession(Path path, Disk disk) throws SQLException {
        Session session = new Session(connection(path, ""), disk, path);
        session.execute("PRAGMA synchronous = OFF");
        return session;
    }

    /** As a URI, so that no character of the path means anything to the driver. */
    private static Connection connection(Path path, String mode) throws SQLException {
        return JDBC.createConnection(JDBC.PREFIX + "file:" + path.toUri().getRawPath() + mode, PROPERTIES);
    }

    private Session newSession() throws SQLException {
        return newSession(session -> {});
    }

    /** A session of which nothing stays open if it cannot be prepared. */
    private Session newSession(Preparation preparation) throws SQLException {
        Path path = directory.database();
        Session session = new Session(connection(path, mode), directory.disk(), path);
        try {
            session.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
            session.execute(
                    "PRAGMA cell_size_check = 1"); // costs nothing, and finds damaged pages before they are believed
            preparation.of(session);
            return session;
        } catch (SQLException | RuntimeException | Error e) {
            closeAfter(e, session);
            throw e;
        }
    }

    private static void closeAfter(Throwable failure, Session session) {
        try {
            session.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Whether nobody can write to it through this object. */
    boolean isReadOnly() {
        return !mode.isEmpty();
    }

    /**
     * Called after each commit, by the thread that writes.
     *
     * @throws DatastoreException if what was written to is no longer what the path leads to
     */
    void requireUnchanged() {
        if (openFiles != null) {
            openFiles.requireUnchanged();
        }
    }

    /**
     * Called after each commit that is known to be where it belongs, by the thread that writes.
     *
     * @param store what the store is like since
     */
    void committed(StoreRow store) throws IOException {
        sequence.write(store);
    }

    StoreDirectory directory() {
        return directory;
    }

    /** Called by the thread that writes, at its end. */
    void closeWriter() throws IOException {
        sequence.close();
    }

    String url() {
        return directory.url();
    }

    DatastoreException closed() {
        return new DatastoreException("the datastore `" + url() + "` is closed");
    }

    /** What to tell the user about a failure below. */
    DatastoreException failed(Exception cause) {
        return failed(cause, directory::cannotWrite);
    }

    /** What to tell the user about a record that is not what was written. */
    DatastoreException damaged(DamagedRecordException cause) {
        return new DatastoreException("the datastore `" + url() + "` failed: " + cause.getMessage(), cause);
    }

    /** What to tell the user about a failure below one who only reads. */
    DatastoreException failedToRead(Exception cause) {
        return failed(cause, directory::cannotRead);
    }

    private DatastoreException failed(Exception cause, Function<Exception, DatastoreException> platform) {
        if (!Files.exists(directory.database())) {
            return platform.apply(cause);
        }
        if (cause instanceof SQLiteException sqlite) {
            SQLiteErrorCode code = sqlite.getResultCode();
            DatastoreException told = switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
                case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_FULL, SQLITE_IOERR -> platform.apply(cause);
                case SQLITE_NOTADB -> StoreSchema.notADatastore(directory);
                case SQLITE_CORRUPT ->
                    new DatastoreException(
                            "the datastore `" + url() + "` is damaged: " + directory.database()
                                    + " is not a valid SQLite database. Restore it from a backup",
                            cause);
                case SQLITE_BUSY ->
                    new DatastoreException(
                            "another process has kept the datastore `" + url() + "` locked for "
                                    + BUSY_MILLIS / 1000
                                    + " seconds. Find that process, for example with `fuser "
                                    + directory.database() + "`",
                            cause);
                default -> null;
            };
            if (told != null) {
                return told;
            }
        }
        if (cause instanceof IOException) {
            return platform.apply(cause);
        }
        return new DatastoreException("the datastore `" + url() + "` failed: " + cause.getMessage(), cause);
    }
}
