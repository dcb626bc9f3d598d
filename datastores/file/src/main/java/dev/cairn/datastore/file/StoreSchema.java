package dev.cairn.datastore.file;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.support.Tally;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The tables of {@code store.db}.
 *
 * <p>Tables with many rows are ordered by a running number, so that new rows go to the end of the file; a blob is found by an
 * index of the first eight bytes of its address. A table ordered by address, which is random, would write about twice as
 * much. Checksums stand before what is long, so that it need not be read for them. {@code user_version} counts the versions of this schema.
 */
final class StoreSchema {
    /** The version that this code writes, as long as no run was taken over. */
    static final int VERSION = 2;

    /** The version with the table {@code owner}, which comes when first a run is taken over. Reading one of a newer, it refuses. */
    static final int WITH_OWNERS = 3;

    /** "Cair" in ASCII, at bytes 68 to 71 of the file. */
    static final int APPLICATION_ID = 0x43616972;

    static final String STORE = """
            CREATE TABLE store (
              number INTEGER PRIMARY KEY,
              id TEXT NOT NULL,
              commits INTEGER NOT NULL,
              runs INTEGER NOT NULL,
              checksum INTEGER NOT NULL)\
            """;

    /** What has to be there: see {@link Tally}. */
    static final String TALLY = """
            CREATE TABLE tally (
              run INTEGER NOT NULL,
              kind INTEGER NOT NULL,
              name TEXT NOT NULL,
              entries INTEGER NOT NULL,
              digest INTEGER NOT NULL,
              first TEXT NOT NULL,
              last TEXT NOT NULL,
              checksum INTEGER NOT NULL,
              PRIMARY KEY (run, kind, name)) WITHOUT ROWID\
            """;

    private static final List<String> TABLES = List.of(
            // one row; id: random; commits: how many transactions there were; runs: how many there are
            STORE,
            // the class that may use a flow's name; runs: how many it has
            "CREATE TABLE flow (name TEXT PRIMARY KEY, class TEXT NOT NULL, runs INTEGER NOT NULL, checksum INTEGER NOT"
                    + " NULL) WITHOUT ROWID",
            // number: never used again, since commits of a deleted run may still be on their way; times: ISO 8601
            """
            CREATE TABLE run (
              number INTEGER PRIMARY KEY AUTOINCREMENT,
              id TEXT NOT NULL UNIQUE,
              flow TEXT NOT NULL,
              class TEXT NOT NULL,
              status TEXT NOT NULL,
              started TEXT NOT NULL,
              finished TEXT,
              heartbeat TEXT NOT NULL,
              user TEXT NOT NULL,
              cairn_version TEXT NOT NULL,
              java_version TEXT NOT NULL,
              code_commit TEXT,
              tallies INTEGER NOT NULL,
              checksum INTEGER NOT NULL,
              artifacts BLOB NOT NULL,
              failed_task TEXT,
              failure BLOB,
              origin TEXT,
              fingerprints BLOB,
              attributes BLOB)\
            """,
            "CREATE INDEX run_flow ON run (flow, id)",
            "CREATE TABLE tag (run INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (run, tag)) WITHOUT ROWID",
            // one row per attempt that ended, numbered in the order of the commits;
            // position: see PositionKey; status: 0 succeeded, 1 caught, 2 failed; logs: how many rows of output it had
            // by
            // then; record: see TaskRecordFormat
            """
            CREATE TABLE task (
              number INTEGER PRIMARY KEY,
              run INTEGER NOT NULL,
              step TEXT NOT NULL,
              position BLOB NOT NULL,
              attempt INTEGER NOT NULL,
              status INTEGER NOT NULL,
              logs INTEGER NOT NULL,
              checksum INTEGER NOT NULL,
              record BLOB NOT NULL)\
            """,
            TALLY,
            "CREATE UNIQUE INDEX task_position ON task (run, step, position, attempt)",
            "CREATE INDEX task_run ON task (run)",
            // prefix: the first 8 bytes of the address; encoding: 0 as it is, 1 zstd; used: when it was last put, to
            // the
            // hour, in seconds since 1970; preview: see StoredPreview; data: null if it is in a file
            """
            CREATE TABLE blob (
              number INTEGER PRIMARY KEY,
              prefix INTEGER NOT NULL,
              address BLOB NOT NULL,
              size INTEGER NOT NULL,
              stored_size INTEGER NOT NULL,
              encoding INTEGER NOT NULL,
              used INTEGER NOT NULL,
              content_checksum INTEGER NOT NULL,
              checksum INTEGER NOT NULL,
              preview BLOB,
              data BLOB)\
            """,
            "CREATE INDEX blob_prefix ON blob (prefix)",
            // some lines that a task wrote; see LogFormat
            """
            CREATE TABLE log (
              number INTEGER PRIMARY KEY,
              run INTEGER NOT NULL,
              step TEXT NOT NULL,
              position BLOB NOT NULL,
              attempt INTEGER NOT NULL,
              size INTEGER NOT NULL,
              encoding INTEGER NOT NULL,
              part INTEGER NOT NULL,
              checksum INTEGER NOT NULL,
              lines BLOB NOT NULL)\
            """,
            "CREATE INDEX log_task ON log (run, step, position, attempt)",
            """
            CREATE TABLE file (
              run INTEGER NOT NULL,
              key TEXT NOT NULL,
              address BLOB NOT NULL,
              size INTEGER NOT NULL,
              stored TEXT NOT NULL,
              checksum INTEGER NOT NULL,
              PRIMARY KEY (run, key)) WITHOUT ROWID\
            """);

    private StoreSchema() {}

    /**
     * The version of the tables that are there; 0 if none are.
     *
     * @throws DatastoreException if other tables are there, or those of a newer version
     */
    static long version(Session session, StoreDirectory directory) throws SQLException {
        long version = session.number("PRAGMA user_version");
        long application = session.number("PRAGMA application_id");
        if (application == 0 && version == 0 && session.number("SELECT count(*) FROM sqlite_schema") == 0) {
            return 0;
        }
        if (application != APPLICATION_ID || version < 1) {
            throw notADatastore(directory);
        }
        if (version > WITH_OWNERS) {
            throw newer(directory, version);
        }
        return version;
    }

    /** @throws DatastoreException if somebody has given the tables another version since they were opened */
    static void requireCurrent(Session session, StoreDirectory directory) throws SQLException {
        long version = session.number("PRAGMA user_version");
        if (version != VERSION && version != WITH_OWNERS) {
            throw newer(directory, version);
        }
    }

    private static DatastoreException newer(StoreDirectory directory, long version) {
        return new DatastoreException(
                "the datastore `" + directory.root() + "` was created by a newer version of Cairn: it has"
                        + " format " + version + ", but this version supports formats up to " + WITH_OWNERS
                        + ". Upgrade Cairn, or use another directory.");
    }

    /**
     * Makes the tables in an empty database; all, or none if the process dies meanwhile. There is no write-ahead log yet: so there is
     * never a database that without its log looks as if nobody had ever used it.
     */
    static void create(Session session) throws SQLException {
        session.execute("PRAGMA page_size = 8192");
        session.execute("PRAGMA auto_vacuum = INCREMENTAL"); // cannot be changed later
        session.execute("BEGIN IMMEDIATE");
        for (String table : TABLES) {
            session.execute(table);
        }
        new StoreRow(UUID.randomUUID().toString(), 0, 0).store(session);
        session.execute("PRAGMA application_id = " + APPLICATION_ID);
        session.execute("PRAGMA user_version = " + VERSION);
        session.change("COMMIT");
    }

    /** Gives the database a write-ahead log, unless it has one. Nobody else may have it open. */
    static void addLog(Session session) throws SQLException {
        if (!session.first("PRAGMA journal_mode", row -> row.getString(1)).equals(Optional.of("wal"))) {
            session.change("PRAGMA journal_mode = WAL");
        }
    }

    /** Whether the table of blobs has the column that came within format 2; older versions get along with it. */
    static boolean hasPreviews(Session session) throws SQLException {
        return session.number("SELECT count(*) FROM pragma_table_info('blob') WHERE name = 'preview'") > 0;
    }

    static void addPreviews(Session session) throws SQLException {
        if (!hasPreviews(session)) {
            session.change("ALTER TABLE blob ADD COLUMN preview BLOB");
        }
    }

    /** Whether the table of runs has the columns that came within format 2. */
    static boolean hasOrigins(Session session) throws SQLException {
        return session.number("SELECT count(*) FROM pragma_table_info('run') WHERE name = 'fingerprints'") > 0;
    }

    static void addOrigins(Session session) throws SQLException {
        if (!hasOrigins(session)) {
            session.execute("BEGIN IMMEDIATE");
            session.execute("ALTER TABLE run ADD COLUMN origin TEXT");
            session.execute("ALTER TABLE run ADD COLUMN fingerprints BLOB");
            session.change("COMMIT");
        }
    }

    /** Whether the table of runs has the column that came within format 2, after the origins. */
    static boolean hasAttributes(Session session) throws SQLException {
        return session.number("SELECT count(*) FROM pragma_table_info('run') WHERE name = 'attributes'") > 0;
    }

    static void addAttributes(Session session) throws SQLException {
        if (!hasAttributes(session)) {
            session.change("ALTER TABLE run ADD COLUMN attributes BLOB");
        }
    }

    /** Whether there is a table that came within format 2. */
    static boolean has(Session session, String table) throws SQLException {
        return session.number("SELECT count(*) FROM sqlite_schema WHERE name = ?", table) > 0;
    }

    /** Makes the tables that came within format 2, unless they are there. */
    static void addTables(Session session) throws SQLException {
        if (!has(session, "deleted") || !has(session, "stop")) {
            session.change(DeletedRows.TABLE);
            session.change(StopRows.TABLE);
        }
    }

    static DatastoreException notADatastore(StoreDirectory directory) {
        return new DatastoreException("`" + directory.root() + "` is not a Cairn datastore: its `"
                + directory.database().getFileName() + "` is not a Cairn database. Name a new or an empty directory.");
    }
}
