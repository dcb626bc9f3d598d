package dev.cairn.benchmarks.cloud;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A bare loop that writes the rows which Cairn has of its tasks into a table with the same columns and indexes, as arrays: 1,000 rows in a
 * transaction. Making the rows is not in its time.
 */
final class BareRows implements Contender {
    private static final int ROWS_OF_COMMIT = 1000;

    private record Row(long number, String step, byte[] position, byte[] record) {}

    @Override
    public String name() {
        return "a bare loop of batches, 1,000 rows each";
    }

    @Override
    public Cost run(Database database, int tasks, Meter meter) throws SQLException {
        new CairnTasks().run(database, tasks, meter);
        try (Connection connection = database.connect()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE bare (LIKE cairn.task INCLUDING ALL)");
            }
            List<Row> rows = rows(connection);
            connection.setAutoCommit(false);
            Meter.Running running = meter.start();
            for (int from = 0; from < rows.size(); from += ROWS_OF_COMMIT) {
                write(connection, rows.subList(from, Math.min(rows.size(), from + ROWS_OF_COMMIT)));
                connection.commit();
            }
            return running.stop();
        }
    }

    private static List<Row> rows(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT number, step, position, record FROM cairn.task ORDER BY number")) {
            while (row.next()) {
                rows.add(new Row(row.getLong(1), row.getString(2), row.getBytes(3), row.getBytes(4)));
            }
        }
        return rows;
    }

    private static void write(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO bare (number, run, step, position, attempt, status, logs, checksum, record)"
                        + " SELECT number, 1, step, position, 0, 0, 0, 0, record"
                        + " FROM unnest(?, ?, ?, ?) AS g(number, step, position, record) ON CONFLICT DO NOTHING")) {
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Row::number).toArray(Long[]::new)));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text", rows.stream().map(Row::step).toArray(String[]::new)));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea", rows.stream().map(Row::position).toArray(byte[][]::new)));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea", rows.stream().map(Row::record).toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }
}
