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
 * A bare loop that writes rows to SQLite: those that a store has of its tasks, and of their values, into tables with the same columns and
 * indexes, with the same size of pages. Tells how long that took.
 */
final class RowsWorker {
    private static final int READ_AT_ONCE = 10_000;

    private final Connection source;
    private final Connection target;
    private long nanoseconds;
    private long timed;

    private RowsWorker(Connection source, Connection target) {
        this.source = source;
        this.target = target;
    }

    /**
     * Arguments: database of the store, new database, rows of a commit, rows that are written before the others are timed; tables, if not
     * only that of tasks.
     */
    public static void main(String[] args) throws SQLException {
        try (Connection source = DriverManager.getConnection("jdbc:sqlite:" + args[0]);
                Connection target = DriverManager.getConnection("jdbc:sqlite:" + args[1])) {
            RowsWorker worker = new RowsWorker(source, target);
            worker.prepare();
            List<String> tables = args.length > 4 ? List.of(args).subList(4, args.length) : List.of("task");
            for (String table : tables) {
                worker.createTable(table);
            }
            target.setAutoCommit(false);
            for (String table : tables) {
                worker.write(table, Integer.parseInt(args[2]), Long.parseLong(args[3]));
            }
            JavaProcess.figure("seconds", worker.nanoseconds / 1e9);
            JavaProcess.figure("rows", (double) worker.timed);
        }
    }

    private void write(String table, int rowsOfCommit, long untimed) throws SQLException {
        try (Statement statement = source.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY number")) {
            int columns = rows.getMetaData().getColumnCount();
            String places = String.join(", ", Collections.nCopies(columns, "?"));
            String sql = "INSERT INTO " + table + " VALUES (" + places + ")";
            try (PreparedStatement insert = target.prepareStatement(sql)) {
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
    }

    private void prepare() throws SQLException {
        try (Statement from = source.createStatement();
                Statement to = target.createStatement()) {
            to.execute("PRAGMA page_size = " + number(from, "PRAGMA page_size"));
            to.execute("PRAGMA journal_mode = WAL");
            to.execute("PRAGMA synchronous = FULL");
            // larger than by default, as in the store: fewer pages are written twice
            to.execute("PRAGMA wal_autocheckpoint = 8192");
        }
    }

    private void createTable(String table) throws SQLException {
        try (Statement from = source.createStatement();
                Statement to = target.createStatement()) {
            try (ResultSet tables = from.executeQuery("SELECT sql FROM sqlite_schema WHERE tbl_name = '" + table
                    + "' AND sql IS NOT NULL ORDER BY type DESC")) {
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
