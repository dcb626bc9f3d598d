package dev.cairn.benchmarks.cloud;

import com.zaxxer.hikari.HikariDataSource;
import dev.cairn.benchmarks.batch.Partitions;

/** Partitions of Spring Batch, 16 threads: the whole job. Each stores its result in its execution context. */
final class SpringBatchTasks implements Contender {
    private static final int THREADS = 16;

    @Override
    public String name() {
        return Partitions.NAME + ", 16 threads";
    }

    @Override
    public int tasks(int all) {
        return all / 20;
    }

    @Override
    public Cost run(Database database, int tasks, Meter meter) throws Exception {
        try (HikariDataSource pool = database.pool()) {
            Meter.Running running = meter.start(); // with the making of its tables, which is not in the seconds
            double seconds = new Partitions(pool, "POSTGRES", THREADS, Contender::result).seconds(tasks);
            Cost cost = running.stop();
            return new Cost(seconds, cost.here(), cost.server());
        }
    }
}
