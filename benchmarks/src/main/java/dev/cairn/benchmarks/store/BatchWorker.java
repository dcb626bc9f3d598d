package dev.cairn.benchmarks.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.cairn.benchmarks.batch.Partitions;

/** Runs partitions of Spring Batch with their records in a file of H2, and tells how long that took. */
final class BatchWorker {
    private static final int THREADS = 16;

    private BatchWorker() {}

    /** Arguments: file of the database, partitions that are run before the others are timed, partitions that are timed. */
    public static void main(String[] args) throws Exception {
        seconds(args[0] + "-warm", Integer.parseInt(args[1]));
        JavaProcess.figure("seconds", seconds(args[0], Integer.parseInt(args[2])));
    }

    private static double seconds(String file, int partitions) throws Exception {
        HikariConfig config = new HikariConfig();
        // Commits are written at once, as they are not by default; H2 does not force them to the disk.
        config.setJdbcUrl("jdbc:h2:file:" + file + ";WRITE_DELAY=0");
        config.setMaximumPoolSize(THREADS + 4);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            return new Partitions(pool, "H2", THREADS, number -> String.valueOf((long) number * number))
                    .seconds(partitions);
        }
    }
}
