package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.TaskId;
import dev.cairn.runtime.internal.WritingAttempt;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The output of a run, of a step or of a task, in the order in which it was written; of very much output, that of attempts which ended
 * earlier comes first. It can be asked again for what has come since. Not thread-safe.
 */
public final class OutputList implements JsonView {
    private final Run run;
    private final @Nullable String step;
    private final @Nullable TaskId task;
    private final Set<LogLine.Stream> streams;
    private final Map<String, Long> given = new HashMap<>(); // lines by attempt that has not ended
    private final Set<WritingAttempt> writing = new LinkedHashSet<>();
    private long ended;
    private long notes;
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

    /** {@return how many lines there were so far, on whichever stream} */
    public long lines() {
        return lines;
    }

    /**
     * Gives all lines that were not given before.
     *
     * @param receiver is called for each of them, sorted by time
     * @throws IOException what {@code receiver} throws
     */
    public void next(Receiver receiver) throws IOException {
        LinesByTime sorted = new LinesByTime(receiver);
        nextByAttempt(sorted);
        sorted.passOn();
    }

    private void nextByAttempt(Receiver receiver) throws IOException {
        try (Stream<Task> attempts = attempts()) {
            for (Iterator<Task> each = attempts.skip(ended).iterator(); each.hasNext(); ) {
                Task attempt = each.next();
                ended++;
                if (step == null || step.equals(attempt.step())) {
                    give(attempt, receiver);
                    given.remove(key(attempt.id(), attempt.attempt()));
                    writing.remove(new WritingAttempt(TaskId.parse(attempt.id()), attempt.attempt()));
                }
            }
        }
        if (task != null) {
            int next = run.attempts(task.toString()).size();
            give(task.toString(), next, run.log(task.toString(), next), receiver);
        } else {
            findWriting();
            for (WritingAttempt attempt : writing) {
                String id = attempt.task().toString();
                give(id, attempt.attempt(), run.log(id, attempt.attempt()), receiver);
            }
        }
        if (step == null) {
            give(null, 0, run.log(), receiver);
        }
    }

    private Stream<Task> attempts() {
        return task == null ? run.attempts() : run.attempts(task.toString()).stream();
    }

    /** Finds attempts that write and have not ended; those that have, are given with the others. */
    private void findWriting() {
        try (Stream<LogLine> log = run.log(TaskId.RUN.toString(), WritingAttempt.NOTES)) {
            for (Iterator<LogLine> each = log.skip(notes).iterator(); each.hasNext(); notes++) {
                WritingAttempt.of(each.next())
                        .filter(found ->
                                step == null || step.equals(found.task().step()))
                        .filter(found -> run.attempts(found.task().toString()).stream()
                                .noneMatch(attempt -> attempt.attempt() == found.attempt()))
                        .ifPresent(writing::add);
            }
        }
    }

    /** Of one that was taken over from another run, what it wrote there, or a line that says why that is gone. */
    private void give(Task attempt, Receiver receiver) throws IOException {
        long before = lines;
        give(attempt.id(), attempt.attempt(), attempt.log(), receiver);
        if (lines == before && attempt.isOutputDeleted() && streams.contains(LogLine.Stream.LOG)) {
            String text = "the output of this task was deleted with the run that executed it, in "
                    + attempt.origin().orElseThrow();
            receiver.line(attempt.id(), attempt.attempt(), new LogLine(attempt.finishedAt(), LogLine.Stream.LOG, text));
            lines++;
        }
    }

    private void give(@Nullable String id, int attempt, Stream<LogLine> output, Receiver receiver) throws IOException {
        String key = key(id, attempt);
        long before = given.getOrDefault(key, 0L);
        long count = before;
        try (Stream<LogLine> log = output) {
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

    /**
     * The word for where a line was written: {@code out}, {@code err} or {@code log}.
     *
     * @param stream where a line was written
     * @return the word, as JSON and the command line have it
     */
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

    /** {@return the pathspec of what wrote: the run, or the step or task in it} */
    public String pathspec() {
        return run.pathspec() + (task != null ? "/" + task : step != null ? "/" + step : "");
    }
}
