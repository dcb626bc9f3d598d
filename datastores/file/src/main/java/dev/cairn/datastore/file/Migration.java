package dev.cairn.datastore.file;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.Encoding;
import dev.cairn.datastore.support.LogChunk;
import dev.cairn.datastore.support.LogFormat;
import dev.cairn.datastore.support.Tally;
import dev.cairn.datastore.support.TaskRecordFormat;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Makes a store of format 1 one of format 2: adds the second checksums, and counts what is there. All in one transaction, so that
 * it is of the one format or of the other whenever the process dies. A record that is damaged already stays so, and is found when
 * it is read.
 */
final class Migration {
    /** A run that gave a sign of life since may still be going on. */
    private static final Duration ALIVE = Duration.ofMinutes(1);

    private static final int PAGE = 1000;

    private static final List<String> COLUMNS = List.of(
            "ALTER TABLE flow ADD COLUMN runs INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE flow ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE run ADD COLUMN tallies INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE run ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE run ADD COLUMN origin TEXT",
            "ALTER TABLE run ADD COLUMN fingerprints BLOB",
            "ALTER TABLE run ADD COLUMN attributes BLOB",
            "ALTER TABLE task ADD COLUMN logs INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE task ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE blob ADD COLUMN content_checksum INTEGER NOT NULL DEFAULT " + Checksums.NONE,
            "ALTER TABLE blob ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE log ADD COLUMN part INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE log ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE file ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0",
            StoreSchema.STORE,
            StoreSchema.TALLY);

    private final Session session;
    private final StoreDirectory directory;
    private final LogFormat logFormat = new LogFormat(FileStore.COMPRESSION);

    private Migration(Session session, StoreDirectory directory) {
        this.session = session;
        this.directory = directory;
    }

    /** @throws DatastoreException if a run is going on under the older version */
    static void run(Session session, StoreDirectory directory) throws SQLException {
        Migration migration = new Migration(session, directory);
        session.execute("BEGIN IMMEDIATE");
        try {
            if (session.number("PRAGMA user_version") == 1) {
                migration.migrate();
            }
            session.change("COMMIT");
            session.tallies().clear();
        } catch (SQLException | RuntimeException | Error e) {
            session.rollBack();
            throw e;
        }
    }

    private void migrate() throws SQLException {
        requireNobodyAlive();
        for (String statement : COLUMNS) {
            session.execute(statement);
        }
        logs();
        tasks();
        files();
        session.tallies().writeUncounted(session);
        runs();
        blobs();
        session.execute("PRAGMA user_version = " + StoreSchema.VERSION);
    }

    private void requireNobodyAlive() throws SQLException {
        String since = Instant.now().minus(ALIVE).toString();
        List<String> alive = session.list(
                "SELECT id FROM run WHERE status = 'RUNNING' AND heartbeat > ? ORDER BY id LIMIT 1",
                row -> row.getString(1),
                since);
        if (!alive.isEmpty()) {
            throw new DatastoreException(
                    "the datastore `" + directory.root() + "` is in use by an older version of Cairn," + " which runs "
                            + alive.get(0) + ". Wait until that run has ended, or use the older version.");
        }
    }

    /** Numbers the rows of each attempt, and gives them their checksums. */
    private void logs() throws SQLException {
        session.execute(
                "UPDATE log SET part = numbered.part FROM (SELECT number, row_number() OVER (PARTITION BY run, step,"
                        + " position, attempt ORDER BY number) - 1 AS part FROM log) AS numbered WHERE numbered.number = log.number");
        record Row(long number, long checksum) {}
        forEachPage(
                "SELECT number, run, step, position, attempt, part, size, encoding, lines FROM log",
                row -> {
                    int first;
                    try {
                        first = Checksums.first(logFormat.decompressed(
                                new LogChunk(row.getInt(7), Encoding.of(row.getInt(8)), row.getBytes(9), 0)));
                    } catch (RuntimeException e) {
                        first = 0;
                    }
                    return new Row(
                            row.getLong(1),
                            Checksums.ofLog(
                                    row.getLong(2),
                                    row.getString(3),
                                    row.getBytes(4),
                                    row.getInt(5),
                                    row.getLong(6),
                                    first));
                },
                Row::number,
                row -> session.update("UPDATE log SET checksum = ? WHERE number = ?", row.checksum(), row.number()));
    }

    private void tasks() throws SQLException {
        session.execute(
                "UPDATE task SET logs = counted.logs FROM (SELECT run, step, position, attempt, count(*) AS logs FROM"
                        + " log GROUP BY run, step, position, attempt) AS counted WHERE counted.run = task.run AND counted.step ="
                        + " task.step AND counted.position = task.position AND counted.attempt = task.attempt");
        record Row(long number, long run, String step, int status, byte[] record, long checksum) {}
        forEachPage(
                "SELECT number, run, step, position, attempt, status, logs, record FROM task",
                row -> new Row(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getInt(6),
                        row.getBytes(8),
                        Checksums.ofTask(
                                row.getLong(2),
                                row.getString(3),
                                row.getBytes(4),
                                row.getInt(5),
                                row.getInt(6),
                                row.getLong(7),
                                Checksums.first(row.getBytes(8)))),
                Row::number,
                row -> {
                    session.update("UPDATE task SET checksum = ? WHERE number = ?", row.checksum(), row.number());
                    List<Instant> times = TaskRecordFormat.times(row.record());
                    session.tallies()
                            .add(
                                    row.run(),
                                    new Tally(
                                            Tally.Kind.of(TaskStatus.values()[row.status()]),
                                            row.step(),
                                            1,
                                            Checksums.digest(row.checksum()),
                                            times.get(0),
                                            times.get(1)));
                });
    }

    private void files() throws SQLException {
        record Row(long run, String key, Instant stored, long checksum) {}
        List<Row> rows = session.list(
                "SELECT run, key, address, size, stored FROM file",
                row -> new Row(
                        row.getLong(1),
                        row.getString(2),
                        Instant.parse(row.getString(5)),
                        FileRows.checksum(
                                row.getLong(1),
                                row.getString(2),
                                Address.ofBytes(row.getBytes(3)),
                                row.getLong(4),
                                Instant.parse(row.getString(5)))));
        for (Row row : rows) {
            session.update(
                    "UPDATE file SET checksum = ? WHERE run = ? AND key = ?", row.checksum(), row.run(), row.key());
            session.tallies()
                    .add(
                            row.run(),
                            new Tally(
                                    Tally.Kind.FILES,
                                    "",
                                    1,
                                    Checksums.digest(row.checksum()),
                                    row.stored(),
                                    row.stored()));
        }
    }

    /** Runs get their checksums last: these cover how many tallies there are. */
    private void runs() throws SQLException {
        session.execute("UPDATE run SET tallies = (SELECT count(*) FROM tally WHERE tally.run = run.number AND kind <> "
                + Tally.Kind.FILES.ordinal() + "), checksum = " + Checksums.NONE);
        new StoreRow(UUID.randomUUID().toString(), 0, session.number("SELECT count(*) FROM run")).store(session);
        record Counted(String flow, String flowClass, long runs) {}
        List<Counted> flows = session.list(
                "SELECT name, class, (SELECT count(*) FROM run WHERE run.flow = flow.name) FROM flow",
                row -> new Counted(row.getString(1), row.getString(2), row.getLong(3)));
        for (Counted flow : flows) {
            FlowRows.restore(session, flow.flow(), flow.flowClass(), flow.runs());
        }
        for (long number : session.list("SELECT number FROM run", row -> row.getLong(1))) {
            RunRows.restoreChecksum(session, number);
        }
    }

    private void blobs() throws SQLException {
        record Row(long number, long checksum) {}
        forEachPage(
                "SELECT number, address, size, stored_size, encoding, data IS NULL FROM blob",
                row -> new Row(
                        row.getLong(1),
                        BlobRows.checksum(
                                new BlobInfo(Address.ofBytes(row.getBytes(2)), row.getLong(3)),
                                row.getLong(4),
                                Encoding.of(row.getInt(5)),
                                row.getBoolean(6),
                                Checksums.NONE)),
                Row::number,
                row -> session.update("UPDATE blob SET checksum = ? WHERE number = ?", row.checksum(), row.number()));
    }

    /** Does something with a row. */
    @FunctionalInterface
    private interface Use<R> {
        void use(R row) throws SQLException;
    }

    /** The number of a row. */
    @FunctionalInterface
    private interface RowNumber<R> {
        long of(R row);
    }

    private <R> void forEachPage(String select, Session.RowReader<R> reader, RowNumber<R> number, Use<R> use)
            throws SQLException {
        long after = Long.MIN_VALUE;
        List<R> page;
        do {
            page = session.list(select + " WHERE number > ? ORDER BY number LIMIT " + PAGE, reader, after);
            for (R row : page) {
                use.use(row);
                if (number.of(row) <= after) {
                    throw new DamagedRecordException("a table is out of order");
                }
                after = number.of(row);
            }
        } while (!page.isEmpty());
    }
}
