package dev.cairn.datastore.postgresql;

import dev.cairn.CairnException;
import dev.cairn.datastore.support.DamagedRecordException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the database. For one thread at a time. Each method but those that end a transaction costs one round trip; the driver
 * keeps prepared statements.
 */
final class Session implements AutoCloseable {
    private final Connection connection;
    private boolean single; // for one question only
    private boolean asked;

    Session(Connection connection) {
        this.connection = connection;
    }

    /** A second question was asked in a session that was for one. */
    static final class SecondQuestionException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private SecondQuestionException() {
            super(null, null, false, false);
        }
    }

    /** From now on each statement is a transaction, and only one may ask. */
    void askOnce() throws SQLException {
        connection.setAutoCommit(true);
        single = true;
    }

    /** From now on statements are part of a transaction, until somebody ends it. */
    void begin() throws SQLException {
        connection.setAutoCommit(false);
        single = false;
    }

    /** Reads one row of a result; never as null. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * An argument with many values.
     *
     * @param type the type of each, in the terms of PostgreSQL
     * @param values the values
     */
    record Column(String type, @Nullable Object[] values) {
        static Column ofBytes(List<byte[]> values) {
            return new Column("bytea", values.toArray(byte[][]::new));
        }

        static Column ofNumbers(List<Long> values) {
            return new Column("bigint", values.toArray(Long[]::new));
        }

        static Column ofTexts(List<String> values) {
            return new Column("text", values.toArray(String[]::new));
        }
    }

    /** Runs statements that return nothing. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Changes rows; how many. */
    int update(String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = bound(sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    /**
     * All rows of a result.
     *
     * @throws DamagedRecordException if the reader fails, but with an exception of Cairn
     */
    <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... arguments) throws SQLException {
        if (single && asked) {
            throw new SecondQuestionException();
        }
        asked = true;
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = bound(sql, arguments);
                ResultSet result = statement.executeQuery()) {
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
        List<T> rows = list(sql, reader, arguments);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** The number in the first column of the first row. */
    long number(String sql, @Nullable Object... arguments) throws SQLException {
        return first(sql, row -> row.getLong(1), arguments).orElseThrow();
    }

    /** Whatever a reader does not expect of a row can only be damage. */
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

    private PreparedStatement bound(String sql, @Nullable Object[] arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < arguments.length; i++) {
                bind(statement, i + 1, arguments[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException | Error e) {
            statement.close();
            throw e;
        }
    }

    private void bind(PreparedStatement statement, int index, @Nullable Object argument) throws SQLException {
        if (argument instanceof Column column) {
            statement.setArray(index, connection.createArrayOf(column.type(), column.values()));
        } else if (argument instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (argument instanceof String text) {
            statement.setString(index, text);
        } else if (argument instanceof Integer number) {
            statement.setInt(index, number);
        } else if (argument instanceof Long number) {
            statement.setLong(index, number);
        } else {
            statement.setObject(index, argument);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollBack() throws SQLException {
        connection.rollback();
    }

    boolean isClosed() throws SQLException {
        return connection.isClosed();
    }

    /** Ends the connection, or gives it back to the pool from which it is. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
