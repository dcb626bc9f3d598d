package dev.cairn.benchmarks.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Measures time, and the processor time of this process and of a server on the same machine: unlike a rate, that hardly hangs on what else
 * the machine does. The system counts it in hundredths of a second.
 *
 * @param server the process of the server that starts all others
 */
record Meter(ProcessHandle server) {
    /** Of the server that has a database. */
    static Meter of(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return new Meter(ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow());
        }
    }

    /** A measurement that has begun. */
    final class Running {
        private final long start = System.nanoTime();
        private final Duration here = used(ProcessHandle.current());
        private final Duration there = usedByServer();

        Cost stop() {
            return new Cost(
                    (System.nanoTime() - start) / 1e9,
                    seconds(used(ProcessHandle.current()).minus(here)),
                    seconds(usedByServer().minus(there)));
        }
    }

    Running start() {
        return new Running();
    }

    private Duration usedByServer() {
        return Stream.concat(Stream.of(server), server.children())
                .map(Meter::used)
                .reduce(usedByEnded(), Duration::plus);
    }

    /** What the connections used that have ended: fields 16 and 17 of the table of proc(5), in hundredths of a second; unknown elsewhere. */
    private Duration usedByEnded() {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(server.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1); // from field 3 on
            return Duration.ofMillis(10 * (Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
        } catch (IOException e) {
            return Duration.ZERO;
        }
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
