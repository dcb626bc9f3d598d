package dev.cairn.benchmarks.store;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.StepCount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Processes that write to one store at once, and are looked at from outside: what another process sees is durable. All of them are at work
 * until they are closed. For one thread.
 */
final class Crowd implements AutoCloseable {
    private static final long INTERVAL_NANOS = 100_000_000;

    private final Datastore datastore;
    private final List<JavaProcess> processes = new ArrayList<>();

    private Crowd(String url) {
        this.datastore = Datastore.of(url);
    }

    /** Starts so many processes at once, which run flows of so many tasks. */
    static Crowd start(String url, int count, int tasks) throws IOException {
        Crowd crowd = new Crowd(url);
        try {
            for (int i = 0; i < count; i++) {
                crowd.processes.add(JavaProcess.start(CrowdWorker.class, SmallTasksWorker.OPTIONS, url, tasks, tag(i)));
            }
            for (JavaProcess process : crowd.processes) {
                process.await(CrowdWorker.READY);
            }
            for (JavaProcess process : crowd.processes) {
                process.proceed();
            }
            return crowd;
        } catch (IOException | RuntimeException e) {
            crowd.close();
            throw e;
        }
    }

    private static String tag(int process) {
        return "process-" + process;
    }

    /** The tasks of all in a second, from when each has written its first tasks until each has written so many more. */
    double rate(long firstTasks, long tasks) throws IOException {
        List<Long> first = await(processes.stream().map(process -> firstTasks).toList());
        long start = System.nanoTime();
        List<Long> last = await(first.stream().map(count -> count + tasks).toList());
        long end = System.nanoTime();
        long written = 0;
        for (int i = 0; i < processes.size(); i++) {
            written += last.get(i) - first.get(i);
        }
        return written / ((end - start) / 1e9);
    }

    /** Waits until each process has written at least so many tasks; how many that are. */
    private List<Long> await(List<Long> least) throws IOException {
        while (true) {
            List<Long> counts = new ArrayList<>();
            boolean reached = true;
            for (int i = 0; i < processes.size(); i++) {
                processes.get(i).requireAlive();
                counts.add(count(i));
                reached &= counts.get(i) >= least.get(i);
            }
            if (reached) {
                return counts;
            }
            LockSupport.parkNanos(INTERVAL_NANOS);
        }
    }

    private long count(int process) {
        try (Stream<RunRecord> runs = datastore.runs().list(new RunQuery(null, null, Set.of(tag(process))))) {
            return runs.flatMap(run -> datastore.runs().counts(run.id()).stream())
                    .mapToLong(StepCount::attempts)
                    .sum();
        }
    }

    @Override
    public void close() {
        processes.forEach(JavaProcess::close);
        datastore.close();
    }
}
