package dev.cairn.benchmarks.cloud;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Tasks of db-scheduler, 16 threads: from their being scheduled to their end. Each stores its result in a row. */
final class DbSchedulerTasks implements Contender {
    private static final int THREADS = 16;

    /** As its documentation has it. */
    private static final String[] TABLES = {
        """
        CREATE TABLE scheduled_tasks (
          task_name text NOT NULL, task_instance text NOT NULL, task_data bytea, execution_time timestamptz NOT NULL,
          picked boolean NOT NULL, picked_by text, last_success timestamptz, last_failure timestamptz, consecutive_failures int,
          last_heartbeat timestamptz, version bigint NOT NULL, priority smallint, state text,
          PRIMARY KEY (task_name, task_instance))""",
        "CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time)",
        "CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat)",
        "CREATE TABLE result (number int PRIMARY KEY, value text NOT NULL)"
    };

    @Override
    public String name() {
        return "db-scheduler 16.12.0, 16 threads";
    }

    @Override
    public int tasks(int all) {
        return all / 5;
    }

    @Override
    public Cost run(Database database, int tasks, Meter meter) throws SQLException, InterruptedException {
        database.execute(TABLES);
        CountDownLatch left = new CountDownLatch(tasks);
        try (HikariDataSource pool = database.pool()) {
            OneTimeTask<Void> task = Tasks.oneTime("work").execute((instance, context) -> {
                store(pool, Integer.parseInt(instance.getId()));
                left.countDown();
            });
            Scheduler scheduler = Scheduler.create(pool, task)
                    .threads(THREADS)
                    .pollUsingLockAndFetch(4, 20)
                    .pollingInterval(Duration.ofMillis(100))
                    .build();
            Meter.Running running = meter.start();
            List<TaskInstance<?>> instances = new ArrayList<>();
            for (int i = 0; i < tasks; i++) {
                instances.add(task.instance(String.valueOf(i)));
            }
            scheduler.scheduleBatch(instances, Instant.now());
            scheduler.start();
            left.await();
            Cost cost = running.stop();
            scheduler.stop();
            return cost;
        }
    }

    private static void store(HikariDataSource pool, int number) {
        try (Connection connection = pool.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO result (number, value) VALUES (?, ?)")) {
            insert.setInt(1, number);
            insert.setString(2, Contender.result(number));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
