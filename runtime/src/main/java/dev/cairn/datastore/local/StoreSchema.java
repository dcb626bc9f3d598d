package dev.cairn.datastore.local;

import dev.cairn.datastore.DatastoreException;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables of {@code store.db}.
 *
 * <p>Tables with many rows are ordered by a running number, so that new rows go to the end of the file; a blob is found by an
 * index of the first eight bytes of its address. A table ordered by address, which is random, would write about twice as
 * much. {@code user_version} counts the versions of this schema.
 */
final class StoreSchema {
    /** The version that this code writes. Reading the version of a newer one, it refuses. */
    static final int VERSION = 1;

    /** "Cair" in ASCII, at bytes 68 to 71 of the file. */
    static final int APPLICATION_ID = 0x43616972;

    private static final List<String> TABLES = List.of(
            // the class that may use a flow's name
            "CREATE TABLE flow (name TEXT PRIMARY KEY, class TEXT NOT NULL) WITHOUT ROWID",
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
              artifacts BLOB NOT NULL,
              failed_task TEXT,
              failure BLOB)\
            """,
            "CREATE INDEX run_flow ON run (flow, id)",
            "CREATE TABLE tag (run INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (run, tag)) WITHOUT ROWID",
            // one row per attempt that ended, numbered in the order of the commits;
            // position: see PositionKey; status: 0 succeeded, 1 caught, 2 failed; record: see TaskRecordFormat
            """
            CREATE TABLE task (
              number INTEGER PRIMARY KEY,
              run INTEGER NOT NULL,
              step TEXT NOT NULL,
              position BLOB NOT NULL,
              attempt INTEGER NOT NULL,
              status INTEGER NOT NULL,
              record BLOB NOT NULL)\
            """,
            "CREATE UNIQUE INDEX task_position ON task (run, step, position, attempt)",
            "CREATE INDEX task_run ON task (run)",
            // prefix: the first 8 bytes of the address; encoding: 0 as it is, 1 zstd; used: when it was last put, to
            // the
            // hour, in seconds since 1970; data: null if it is in a file
            """
            CREATE TABLE blob (
              number INTEGER PRIMARY KEY,
              prefix INTEGER NOT NULL,
              address BLOB NOT NULL,
              size INTEGER NOT NULL,
              stored_size INTEGER NOT NULL,
              encoding INTEGER NOT NULL,
              used INTEGER NOT NULL,
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
              PRIMARY KEY (run, key)) WITHOUT ROWID\
            """);

    private StoreSchema() {}

    /**
     * Whether the tables are there, of the version of this code.
     *
     * @throws DatastoreException if other tables are there
     */
    static boolean isPresent(Session session, StoreDirectory directory) throws SQLException {
        long version = session.number("PRAGMA user_version");
        long application = session.number("PRAGMA application_id");
        if (application == 0 && version == 0 && session.number("SELECT count(*) FROM sqlite_schema") == 0) {
            return false;
        }
        if (application != APPLICATION_ID) {
            throw notADatastore(directory);
        }
        if (version > VERSION) {
            throw new DatastoreException(
                    "the datastore `" + directory.root() + "` was made by a newer version of Cairn: it has"
                            + " format " + version + ", and this version reads formats up to " + VERSION
                            + ". Use the newer version, or another directory.");
        }
        return true;
    }

    /** Makes the tables in an empty database; all, or none if the process dies meanwhile. */
    static void create(Session session) throws SQLException {
        session.execute("PRAGMA page_size = 8192");
        session.execute("PRAGMA auto_vacuum = INCREMENTAL"); // cannot be changed later
        session.execute("PRAGMA journal_mode = WAL");
        session.execute("BEGIN IMMEDIATE");
        for (String table : TABLES) {
            session.execute(table);
        }
        session.execute("PRAGMA application_id = " + APPLICATION_ID);
        session.execute("PRAGMA user_version = " + VERSION);
        session.execute("COMMIT");
        session.fold(); // so that there is never a database that without its log looks as if nobody had ever used it
    }

    static DatastoreException notADatastore(StoreDirectory directory) {
        return new DatastoreException("`" + directory.root() + "` is not a Cairn datastore: its `"
                + directory.database().getFileName() + "` is something else. Name a new or an empty directory.");
    }
}
