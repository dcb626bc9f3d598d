package com.acme.startup;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import com.github.luben.zstd.Zstd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody would write by hand who keeps the results of three steps: each as a row of a table, durable, encoded by Kryo and compressed
 * by zstd, and read back in the end. It has no ids, no checks, no output, and knows of no other process.
 */
final class BareProgram {
    static final List<String> WORDS = List.of("three", "small", "steps");

    private static final int LETTERS = 15;

    private BareProgram() {}

    /** Arguments: a directory, which is made if it is not there. */
    public static void main(String[] args) throws Exception {
        Path directory = Files.createDirectories(Path.of(args[0]));
        Kryo kryo = new Kryo();
        kryo.register(ArrayList.class);
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("bare.db"))) {
            try (Statement statement = database.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
                statement.execute(
                        "CREATE TABLE IF NOT EXISTS task (number INTEGER PRIMARY KEY, step TEXT, record BLOB)");
            }
            database.setAutoCommit(false);
            List<String> words = new ArrayList<>(WORDS);
            for (String step : List.of("start", "count", "end")) {
                store(database, step, encoded(kryo, words));
            }
            require(letters(kryo, database));
        }
    }

    private static byte[] encoded(Kryo kryo, List<String> words) {
        Output output = new Output(512, -1);
        kryo.writeObject(output, words);
        return Zstd.compress(output.toBytes());
    }

    private static void store(Connection database, String step, byte[] record) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("INSERT INTO task (step, record) VALUES (?, ?)")) {
            statement.setString(1, step);
            statement.setBytes(2, record);
            statement.executeUpdate();
        }
        database.commit();
    }

    private static int letters(Kryo kryo, Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT record FROM task ORDER BY number DESC LIMIT 1")) {
            byte[] record = row.getBytes(1);
            byte[] plain = Zstd.decompress(record, Math.toIntExact(Zstd.getFrameContentSize(record)));
            List<?> words = kryo.readObject(new Input(plain), ArrayList.class);
            return words.stream().mapToInt(word -> word.toString().length()).sum();
        }
    }

    /** Makes sure that the three steps did what is measured. */
    static void require(int letters) {
        if (letters != LETTERS) {
            throw new IllegalStateException("there are " + letters + " letters");
        }
    }
}
