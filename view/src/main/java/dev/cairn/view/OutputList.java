package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.Run;
import dev.cairn.client.StepTasks;
import dev.cairn.client.Task;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.TaskId;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The output of a run, of a step or of a task: attempt by attempt in the order in which they ended, then of those that still run, then what
 * belongs to none of them. It can be asked again for what has come since. Of a run or a step, the output of a task in a foreach or a loop
 * comes when the attempt has ended; that of other tasks, and of one that is named, comes while it runs. Not thread-safe.
 */
public final class OutputList implements JsonView {
    private final Run run;
    private final @Nullable String step;
    private final @Nullable TaskId task;
    private final Set<LogLine.Stream> streams;
    private final Map<String, Long> given = new HashMap<>(); // lines by attempt that has not ended
    private long ended;
    private long lines;

    /** Receives lines. */
    @FunctionalInterface
    public interface Receiver {
        /**
         * Called for each line.
         *
         * @param task the id of the task, such as {@code train/3}; null if the line belongs to none
         * @param attempt the number of the attempt, from 0
         * @param line the line
         * @throws IOException if it cannot be written
         */
        void line(@Nullable String task, int attempt, LogLine line) throws IOException;
    }

    /**
     * The output of a run, or of a part of it.
     *
     * @param run the run
     * @param step only of this step, unless null
     * @param task only of this task, unless null
     * @param streams what was written where
     */
    public OutputList(Run run, @Nullable String step, @Nullable TaskId task, Set<LogLine.Stream> streams) {
        this.run = run;
        this.step = step;
        this.task = task;
        this.streams = Set.copyOf(streams);
    }

    /** How many lines there were so far, on whichever stream. */
    public long lines() {
        return lines;
    }

    /**
     * Gives all lines that were not given before.
     *
     * @throws IOException what {@code receiver} throws
     */
    public void next(Receiver receiver) throws IOException {
        try (Stream<Task> attempts = attempts()) {
            for (Iterator<Task> each = attempts.skip(ended).iterator(); each.hasNext(); ) {
                Task attempt = each.next();
                ended++;
                if (step == null || step.equals(attempt.step())) {
                    give(attempt.id(), attempt.attempt(), receiver);
                    given.remove(key(attempt.id(), attempt.attempt()));
                }
            }
        }
        for (String id : mayRun()) {
            give(id, run.attempts(id).size(), receiver);
        }
        if (step == null) {
            give(null, 0, receiver);
        }
    }

    private Stream<Task> attempts() {
        return task == null ? run.attempts() : run.attempts(task.toString()).stream();
    }

    /** Tasks of which an attempt may run, as far as one can know. */
    private List<String> mayRun() {
        if (task != null) {
            return List.of(task.toString());
        }
        return step != null
                ? List.of(step)
                : run.steps().stream().map(StepTasks::name).toList();
    }

    private void give(@Nullable String id, int attempt, Receiver receiver) throws IOException {
        String key = key(id, attempt);
        long before = given.getOrDefault(key, 0L);
        long count = before;
        try (Stream<LogLine> log = id == null ? run.log() : run.log(id, attempt)) {
            for (Iterator<LogLine> each = log.skip(before).iterator(); each.hasNext(); count++) {
                LogLine line = each.next();
                if (streams.contains(line.stream())) {
                    receiver.line(id, attempt, line);
                }
            }
        }
        lines += count - before;
        if (count > before) {
            given.put(key, count);
        }
    }

    private static String key(@Nullable String id, int attempt) {
        return id + " " + attempt;
    }

    /** The word for where a line was written: {@code out}, {@code err} or {@code log}. */
    public static String word(LogLine.Stream stream) {
        return stream.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("pathspec", pathspec());
        json.writeArrayFieldStart("lines");
        next((id, attempt, line) -> {
            json.writeStartObject();
            if (id != null) {
                json.writeStringField("task", id);
                json.writeNumberField("attempt", attempt);
            }
            json.writeStringField("at", line.at().toString());
            json.writeStringField("stream", word(line.stream()));
            json.writeStringField("text", line.text());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The pathspec of what wrote. */
    public String pathspec() {
        return run.pathspec() + (task != null ? "/" + task : step != null ? "/" + step : "");
    }
}
