package dev.cairn.view.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.DataArtifact;
import dev.cairn.client.Task;
import dev.cairn.codec.CodecException;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.LogLine;
import dev.cairn.runtime.Failure;
import dev.cairn.runtime.ForeachFrame;
import dev.cairn.view.FailureView;
import dev.cairn.view.OutputList;
import dev.cairn.view.TaskView;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a page tells of one task, as data that the page shows when it is asked for. */
final class TaskDetails {
    private static final int MOST_ARTIFACTS = 30;
    private static final int MOST_LINES = 60;
    private static final int MOST_ATTEMPTS = 20;
    private static final int LONGEST = 400;
    private static final int LONGEST_TRACE = 3000;

    private final Instant start;

    /** For the tasks of a run that started then. */
    TaskDetails(Instant start) {
        this.start = start;
    }

    void write(JsonGenerator json, Task task) throws IOException {
        json.writeStartObject();
        String item = item(task);
        if (!item.isEmpty()) {
            json.writeStringField("item", DataBlock.text(item, LONGEST));
        }
        Optional<String> origin = task.origin();
        if (origin.isPresent()) {
            json.writeStringField("origin", DataBlock.text(origin.get(), LONGEST));
        }
        attempts(json, task);
        Optional<Failure> failure = task.failure();
        if (failure.isPresent()) {
            json.writeStringField(
                    "trace", DataBlock.text(failure.get().stackTrace().strip(), LONGEST_TRACE));
        }
        List<DataArtifact> artifacts = task.assignedByTime();
        json.writeArrayFieldStart("artifacts");
        for (DataArtifact artifact : artifacts.subList(0, Math.min(MOST_ARTIFACTS, artifacts.size()))) {
            json.writeStartArray();
            json.writeString(DataBlock.text(artifact.name(), LONGEST));
            json.writeString(DataBlock.text(artifact.type(), LONGEST));
            json.writeString(Artifacts.size(artifact.size()));
            json.writeString(artifact.sha());
            json.writeString(DataBlock.text(Artifacts.preview(artifact).orElse(""), LONGEST));
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeNumberField("moreArtifacts", Math.max(0, artifacts.size() - MOST_ARTIFACTS));
        output(json, task);
        json.writeEndObject();
    }

    /** The elements of the foreaches around it, outermost first. */
    private static String item(Task task) {
        if (task.index().isEmpty()) {
            return "";
        }
        try {
            return task.foreachStack().stream().map(TaskDetails::text).collect(Collectors.joining("; "));
        } catch (DatastoreException | CodecException | IllegalArgumentException e) {
            return "(damaged: " + e.getMessage() + ")";
        }
    }

    private static String text(ForeachFrame frame) {
        String value = frame.value() instanceof String text ? "\"" + text + "\"" : String.valueOf(frame.value());
        return frame.artifact() + " " + frame.index() + " of " + frame.count() + ": " + value;
    }

    private void attempts(JsonGenerator json, Task task) throws IOException {
        List<Task> attempts = task.attempt() == 0 ? List.of(task) : task.attempts();
        json.writeArrayFieldStart("attempts");
        for (Task attempt : attempts.subList(0, Math.min(MOST_ATTEMPTS, attempts.size()))) {
            json.writeStartArray();
            json.writeNumber(attempt.attempt());
            json.writeString(TaskView.word(attempt));
            json.writeNumber(Row.micros(Duration.between(start, attempt.startedAt())));
            json.writeNumber(Row.micros(TaskView.duration(attempt)));
            json.writeString(
                    DataBlock.text(attempt.failure().map(FailureView::line).orElse(""), LONGEST));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void output(JsonGenerator json, Task task) throws IOException {
        try (Stream<LogLine> log = task.log()) {
            List<LogLine> lines = log.limit(MOST_LINES + 1L).toList();
            json.writeArrayFieldStart("log");
            for (LogLine line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
                json.writeStartArray();
                json.writeString(OutputList.word(line.stream()));
                json.writeNumber(Row.micros(Duration.between(start, line.at())));
                json.writeString(DataBlock.text(line.text(), LONGEST));
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeBooleanField("moreLog", lines.size() > MOST_LINES);
        }
    }
}
