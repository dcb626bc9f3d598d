package dev.cairn.datastore.file;

import dev.cairn.CairnException;
import dev.cairn.datastore.support.DamagedRecordException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the database, with its prepared statements. For one thread at a time. Results are read whole: no cursor is
 * ever left open, since an open one keeps the log of the database from being reset.
 */
final class Session implements AutoCloseable {
    /** 4 MB of pages of 8 KiB: others wait while they are given back. */
    private static final int FOLDED_PAGES = 512;

    private static final long RETRY_NANOS = 10_000_000;

    private final Connection connection;
    private final Disk disk;
    private final Path database;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Tallies tallies = new Tallies();

    /**
     * A session.
     *
     * @param connection to a database, which is closed with the session
     * @param disk changes the file of the database
     * @param database the file
     */
    Session(Connection connection, Disk disk, Path database) {
        this.connection = connection;
        this.disk = disk;
        this.database = database;
    }

    /** Reads one row of a result; never as null. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What the current transaction adds to the counts. */
    Tallies tallies() {
        return tallies;
    }

    /** Runs a statement that is not worth preparing. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a statement that changes the file of the database: one that is a transaction of its own, or ends one. */
    void change(String sql) throws SQLException {
        change(() -> execute(sql));
    }

    private void change(Disk.DatabaseChange change) throws SQLException {
        disk.change(this, database, change);
    }

    /** Copies the database as it is now into an empty file. The copy is not durable. */
    void copyInto(Path copy) throws SQLException {
        disk.change(this, copy, () -> update("VACUUM INTO ?", copy.toString()));
    }

    /** Changes rows; how many. */
    int update(String sql, @Nullable Object... arguments) throws SQLException {
        return bound(sql, arguments).executeUpdate();
    }

    /**
     * All rows of a result.
     *
     * @throws DamagedRecordException if the reader fails, but with an exception of Cairn
     */
    <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... arguments) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet result = bound(sql, arguments).executeQuery()) {
            while (result.next()) {
                rows.add(read(reader, result));
            }
        }
        return rows;
    }

    /**
     * The first row of a result.
     *
     * @throws DamagedRecordException as with {@link #list}
     */
    <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... arguments) throws SQLException {
        try (ResultSet result = bound(sql, arguments).executeQuery()) {
            return result.next() ? Optional.of(read(reader, result)) : Optional.empty();
        }
    }

    /** Whatever a reader does not expect of a row can only be damage: a value may have become NULL or one of another type. */
    private static <T> T read(RowReader<T> reader, ResultSet row) throws SQLException {
        try {
            return Objects.requireNonNull(reader.read(row));
        } catch (CairnException e) {
            throw e;
        } catch (RuntimeException e) {
            DamagedRecordException damaged =
                    new DamagedRecordException("a row of its database is not what was written");
            damaged.initCause(e);
            throw damaged;
        }
    }

    /** The number in the first column of the first row. */
    long number(String sql, @Nullable Object... arguments) throws SQLException {
        return first(sql, row -> row.getLong(1), arguments).orElseThrow();
    }

    /**
     * Copies the write-ahead log into the database and empties it, and gives some free pages back to the disk. Waits for nobody: if
     * another process is in the way, some later time will do.
     */
    void fold() {
        try {
            String patience = "PRAGMA busy_timeout = " + number("PRAGMA busy_timeout");
            execute("PRAGMA busy_timeout = 0");
            try {
                if (number("PRAGMA freelist_count") > 0) {
                    change(() -> giveBack(FOLDED_PAGES));
                }
                change(() -> list("PRAGMA wal_checkpoint(TRUNCATE)", row -> true));
            } finally {
                executeOnceThereIsMemory(patience); // or later commits would not wait
            }
        } catch (SQLException | RuntimeException | OutOfMemoryError e) {
            // nothing is lost; if the disk is broken, the next commit will say so
        }
    }

    /** Gives at most so many free pages back to the disk. */
    void giveBack(int pages) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA incremental_vacuum(" + pages + ")"); // runs to its end, a row for each page
        }
    }

    /** Ends a transaction that failed: left open, it would lock other processes out, and nothing could be tried after it. */
    void rollBack() {
        tallies.clear();
        try {
            executeOnceThereIsMemory("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back itself, or the next transaction will say why it cannot begin
        }
    }

    /** Runs a statement, and waits for the memory that it takes. */
    void executeOnceThereIsMemory(String sql) throws SQLException {
        while (true) {
            try {
                execute(sql);
                return;
            } catch (OutOfMemoryError e) {
                LockSupport.parkNanos(this, RETRY_NANOS);
            }
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object[] arguments) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            bind(statement, i + 1, arguments[i]);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object argument) throws SQLException {
        if (argument instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (argument instanceof String text) {
            statement.setString(index, text);
        } else if (argument instanceof Number number) {
            statement.setLong(index, number.longValue());
        } else {
            statement.setObject(index, argument);
        }
    }

    /** The last one to close the database folds its log into it. */
    @Override
    public void close() throws SQLException {
        try {
            change(() -> {
                for (PreparedStatement statement : statements.values()) {
                    statement.close();
                }
                connection.close();
            });
        } finally {
            connection.close(); // also if the disk has failed: it would keep its locks
        }
    }
}
