package dev.cairn.benchmarks.cloud;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database, behind a network.
 *
 * @param user who may do everything
 * @param port the port of this machine by which it is reached
 * @param name its name
 */
record Database(String user, int port, String name) {
    private static final int CONNECTIONS = 20;

    /** As a URL of Cairn. */
    String store() {
        return "postgresql://" + user + "@127.0.0.1:" + port + "/" + name;
    }

    private String jdbc() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?user=" + user;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbc());
    }

    /** A pool, as users have it. */
    HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbc());
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
