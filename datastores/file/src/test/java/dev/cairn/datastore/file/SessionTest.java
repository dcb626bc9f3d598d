package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
    @TempDir
    private Path path;

    private int calls;
    private int failing; // the number of the call of the connection for which there is no memory

    /** Each use of the connection, one after the other, lacks memory: the log is folded another time, and commits wait as before. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void foldingEndsNothingForWantOfMemory(int failingCall) throws SQLException {
        try (Session session = new Session(
                forgetful(DriverManager.getConnection("jdbc:sqlite:" + path.resolve("db"))),
                Disk.standard(),
                path.resolve("db"))) {
            session.execute("PRAGMA journal_mode = WAL");
            session.execute("PRAGMA busy_timeout = 12345");
            calls = 0;
            failing = failingCall;

            session.fold();

            assertThat(calls).isGreaterThanOrEqualTo(failingCall);
            failing = 0;
            assertThat(session.number("PRAGMA busy_timeout")).isEqualTo(12345);
        }
    }

    @Test
    void foldingUsesItsConnectionAsOftenAsIsTried() throws SQLException {
        try (Session session = new Session(
                forgetful(DriverManager.getConnection("jdbc:sqlite:" + path.resolve("db"))),
                Disk.standard(),
                path.resolve("db"))) {
            session.execute("PRAGMA journal_mode = WAL");
            calls = 0;
            session.fold();
            assertThat(calls).isEqualTo(5);
        }
    }

    @Test
    void foldingGivesFreePagesBackAndEmptiesTheLog() throws SQLException, IOException {
        try (Session session = new Session(
                DriverManager.getConnection("jdbc:sqlite:" + path.resolve("db")),
                Disk.standard(),
                path.resolve("db"))) {
            session.execute("PRAGMA auto_vacuum = INCREMENTAL");
            session.execute("PRAGMA journal_mode = WAL");
            session.execute("CREATE TABLE t (data BLOB)");
            session.update("INSERT INTO t VALUES (?)", (Object) new byte[100_000]);
            session.execute("DELETE FROM t");
            assertThat(session.number("PRAGMA freelist_count")).isPositive();

            session.fold();

            assertThat(session.number("PRAGMA freelist_count")).isZero();
            assertThat(path.resolve("db-wal")).isEmptyFile();
            assertThat(Files.size(path.resolve("db"))).isLessThan(20_000);
        }
    }

    private Connection forgetful(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (++calls == failing) {
                        throw new OutOfMemoryError("call " + calls);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
