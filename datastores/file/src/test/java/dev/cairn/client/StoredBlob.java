package dev.cairn.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/** The bytes of a blob as they lie on the disk, in a file or in a row, to be damaged behind the back of the datastore. */
record StoredBlob(Path store, String address, boolean inFile) {
    static StoredBlob of(Path store, String address) {
        return new StoredBlob(store, address, Files.exists(file(store, address)));
    }

    private static Path file(Path store, String address) {
        return store.resolve("blobs").resolve(address.substring(0, 2)).resolve(address.substring(2));
    }

    byte[] read() throws IOException, SQLException {
        if (inFile) {
            return Files.readAllBytes(file(store, address));
        }
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement("SELECT data FROM blob WHERE address = ?")) {
            select.setBytes(1, HexFormat.of().parseHex(address));
            try (ResultSet row = select.executeQuery()) {
                return row.getBytes(1);
            }
        }
    }

    void write(byte[] bytes) throws IOException, SQLException {
        if (inFile) {
            Files.write(file(store, address), bytes);
            return;
        }
        try (Connection connection = connect();
                PreparedStatement update = connection.prepareStatement("UPDATE blob SET data = ? WHERE address = ?")) {
            update.setBytes(1, bytes);
            update.setBytes(2, HexFormat.of().parseHex(address));
            if (update.executeUpdate() != 1) {
                throw new AssertionError("no blob " + address);
            }
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store.resolve("store.db"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 30000");
            statement.execute("PRAGMA synchronous = OFF");
        }
        return connection;
    }
}
