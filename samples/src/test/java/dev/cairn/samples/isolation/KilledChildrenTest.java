package dev.cairn.samples.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.StepTasks;
import dev.cairn.client.Task;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.Isolation;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The processes of tasks are killed at random moments, while they start, run, commit or wait: the run leaves what a straight one leaves,
 * and no task is committed twice. With {@code -Disolated.tasks=200} more of them, and {@code -Disolated.seed=..}.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(OS.WINDOWS)
class KilledChildrenTest {
    private static final int TASKS = Integer.getInteger("isolated.tasks", 40);
    private static final long SEED = Long.getLong("isolated.seed", 20261130);
    private static final int MOST_MILLIS = 3000;

    @TempDir
    private Path directory;

    @Test
    void killsAtAnyMomentChangeNothing() throws Exception {
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("store"))) {
            SquaresRun straight = SquaresRunner.builder()
                    .datastore(datastore)
                    .count(TASKS)
                    .milliseconds(50)
                    .run();
            Killer killer = new Killer(new Random(SEED));
            killer.start();

            SquaresRun run = SquaresRunner.builder()
                    .datastore(datastore)
                    .count(TASKS)
                    .milliseconds(50)
                    .maxWorkers(3)
                    .isolation(Isolation.process("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"))
                    .run();
            killer.end();

            assertThat(Addresses.of(run.run())).as("seed %s", SEED).isEqualTo(Addresses.of(straight.run()));
            List<TaskRecord> records;
            try (Stream<TaskRecord> attempts = datastore.runs().attempts(new RunId(run.id()))) {
                records = attempts.toList();
            }
            List<TaskRecord> failed =
                    records.stream().filter(record -> !record.finished()).toList();
            System.out.println("seed " + SEED + ": " + TASKS + " tasks, " + killer.kills + " processes killed, "
                    + failed.size() + " attempts failed by that");
            assertThat(records).hasSize(TASKS + 3 + failed.size());
            assertThat(failed)
                    .hasSizeLessThanOrEqualTo(killer.kills)
                    .allSatisfy(record -> assertThat(record.failure().message())
                            .startsWith("the process of step `" + record.task().step()
                                    + "` died: it was ended by signal 9 (SIGKILL)."));
            assertThat(killer.kills).isPositive();
            for (StepTasks step : run.run().steps()) {
                assertThat(step.stream().map(Task::id)).doesNotHaveDuplicates();
            }
            assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                    .isEmpty();
        }
    }

    /** Kills the children of this process, one at a time, at random moments. */
    private static final class Killer extends Thread {
        private final Random random;
        private volatile boolean ended;
        private volatile int kills;

        Killer(Random random) {
            super("killer");
            this.random = random;
        }

        @Override
        public void run() {
            while (!ended) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_MILLIS)));
                List<ProcessHandle> children = ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .toList();
                if (!ended && !children.isEmpty()) {
                    kills += children.get(random.nextInt(children.size())).destroyForcibly() ? 1 : 0;
                }
            }
        }

        void end() throws InterruptedException {
            ended = true;
            LockSupport.unpark(this);
            join();
        }
    }
}
