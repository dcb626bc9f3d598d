package dev.cairn.engine.resume;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the finished tasks of a run. Those of a step are read in pages, in item order, since that is the order in which a schedule
 * mostly asks for them, and by a thread of its own, while those before are looked at; one that is asked for out of order is looked up by
 * itself. With each page, it is found out at once which of its blobs are there. For one thread.
 */
final class OriginTasks implements AutoCloseable {
    /** So many are read while those before them are looked at. */
    private static final int AHEAD = 4096;

    private final Runs runs;
    private final RunId run;
    private final PresentBlobs blobs;
    private final Map<String, StepReader> steps = new HashMap<>();
    private @Nullable ExecutorService reader; // does all that is done with the streams

    /** @param blobs is told of what will be asked for */
    OriginTasks(Runs runs, RunId run, PresentBlobs blobs) {
        this.runs = runs;
        this.run = run;
        this.blobs = blobs;
    }

    /** The finished attempt of a task; empty if there is none. */
    Optional<TaskRecord> find(TaskId task) {
        StepReader step = steps.get(task.step());
        if (step == null) {
            step = new StepReader(task.step());
            steps.put(task.step(), step);
        }
        return step.find(task);
    }

    private ExecutorService reader() {
        if (reader == null) {
            reader = Executors.newSingleThreadExecutor(work -> {
                Thread thread = new Thread(work, "cairn-resume-reader");
                thread.setDaemon(true);
                return thread;
            });
        }
        return reader;
    }

    /** What was being read is read to its end. */
    @Override
    public void close() {
        if (reader != null) {
            CompletableFuture.runAsync(() -> steps.values().forEach(StepReader::close), reader)
                    .join();
            reader.shutdown();
        }
    }

    /** The tasks of a step, from the first one on. */
    private final class StepReader {
        private final String name;
        private @Nullable Stream<TaskRecord> stream;
        private @Nullable Iterator<TaskRecord> records;
        private CompletableFuture<Deque<TaskRecord>> coming;
        private Deque<TaskRecord> ahead = new ArrayDeque<>();
        private @Nullable TaskRecord next;
        private @Nullable TaskId asked;

        StepReader(String name) {
            this.name = name;
            this.coming = CompletableFuture.supplyAsync(this::read, reader());
            advance();
        }

        /** The next tasks; none after the last one. */
        private Deque<TaskRecord> read() {
            if (records == null) {
                stream = runs.tasks(run, name);
                records = stream.iterator();
            }
            Deque<TaskRecord> page = new ArrayDeque<>();
            while (page.size() < AHEAD && records.hasNext()) {
                page.add(records.next());
            }
            blobs.lookAhead(page);
            return page;
        }

        private void advance() {
            if (ahead.isEmpty()) {
                try {
                    ahead = coming.join();
                } catch (CompletionException e) {
                    throw e.getCause() instanceof RuntimeException cause ? cause : e;
                }
                if (!ahead.isEmpty()) {
                    coming = CompletableFuture.supplyAsync(this::read, reader());
                }
            }
            next = ahead.poll();
        }

        Optional<TaskRecord> find(TaskId task) {
            if (asked != null && task.compareTo(asked) <= 0) {
                return runs.task(run, task);
            }
            asked = task;
            while (next != null && next.task().compareTo(task) < 0) {
                advance();
            }
            return Optional.ofNullable(next).filter(record -> record.task().equals(task));
        }

        private void close() {
            if (stream != null) {
                stream.close();
            }
        }
    }
}
