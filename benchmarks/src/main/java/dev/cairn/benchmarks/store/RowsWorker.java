package dev.cairn.benchmarks.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A bare loop that writes rows to SQLite: those that a store has of its tasks, into a table with the same columns and indexes, with the
 * same size of pages. Tells how long that took.
 */
final class RowsWorker {
    private static final int READ_AT_ONCE = 10_000;

    private final Connection source;
    private final Connection target;

    private RowsWorker(Connection source, Connection target) {
        this.source = source;
        this.target = target;
    }

    /** Arguments: database of the store, new database, rows of a commit, rows that are written before the others are timed. */
    public static void main(String[] args) throws SQLException {
        try (Connection source = DriverManager.getConnection("jdbc:sqlite:" + args[0]);
                Connection target = DriverManager.getConnection("jdbc:sqlite:" + args[1])) {
            new RowsWorker(source, target).write(Integer.parseInt(args[2]), Long.parseLong(args[3]));
        }
    }

    private void write(int rowsOfCommit, long untimed) throws SQLException {
        createTable();
        long nanoseconds = 0;
        long timed = 0;
        try (Statement statement = source.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM task ORDER BY number")) {
            int columns = rows.getMetaData().getColumnCount();
            String places = String.join(", ", Collections.nCopies(columns, "?"));
            target.setAutoCommit(false);
            try (PreparedStatement insert = target.prepareStatement("INSERT INTO task VALUES (" + places + ")")) {
                long read = 0;
                while (true) {
                    List<Object[]> some = read(rows, columns);
                    if (some.isEmpty()) {
                        break;
                    }
                    int first = (int) Math.min(some.size(), Math.max(0, untimed - read));
                    insert(insert, some.subList(0, first), rowsOfCommit);
                    long start = System.nanoTime();
                    insert(insert, some.subList(first, some.size()), rowsOfCommit);
                    nanoseconds += System.nanoTime() - start;
                    timed += some.size() - first;
                    read += some.size();
                }
            }
        }
        JavaProcess.figure("seconds", nanoseconds / 1e9);
        JavaProcess.figure("rows", (double) timed);
    }

    private void createTable() throws SQLException {
        try (Statement from = source.createStatement();
                Statement to = target.createStatement()) {
            to.execute("PRAGMA page_size = " + number(from, "PRAGMA page_size"));
            to.execute("PRAGMA journal_mode = WAL");
            to.execute("PRAGMA synchronous = FULL");
            // larger than by default, as in the store: fewer pages are written twice
            to.execute("PRAGMA wal_autocheckpoint = 8192");
            try (ResultSet tables = from.executeQuery(
                    "SELECT sql FROM sqlite_schema WHERE tbl_name = 'task' AND sql IS NOT NULL ORDER BY type DESC")) {
                while (tables.next()) {
                    to.execute(tables.getString(1));
                }
            }
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.getLong(1);
        }
    }

    private static List<Object[]> read(ResultSet rows, int columns) throws SQLException {
        List<Object[]> some = new ArrayList<>();
        while (some.size() < READ_AT_ONCE && rows.next()) {
            Object[] row = new Object[columns];
            for (int i = 0; i < columns; i++) {
                row[i] = rows.getObject(i + 1);
            }
            some.add(row);
        }
        return some;
    }

    private void insert(PreparedStatement insert, List<Object[]> rows, int rowsOfCommit) throws SQLException {
        int pending = 0;
        for (Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                insert.setObject(i + 1, row[i]);
            }
            insert.executeUpdate();
            if (++pending == rowsOfCommit) {
                target.commit();
                pending = 0;
            }
        }
        if (pending > 0) {
            target.commit();
        }
    }
}
