package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.DataArtifact;
import dev.cairn.client.Task;
import dev.cairn.codec.Tree;
import dev.cairn.runtime.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A task: how it ended, its attempts, and its artifacts without parameters and constants, which are shown with the run.
 *
 * @param task the attempt that finished, or the last one that failed
 */
public record TaskView(Task task) implements JsonView {
    /**
     * The word for how an attempt ended.
     *
     * @param task the attempt
     * @return {@code succeeded}, {@code failed}, or {@code caught} if the flow continued with the failure
     */
    public static String word(Task task) {
        if (task.successful()) {
            return "succeeded";
        }
        return task.caught() ? "caught" : "failed";
    }

    /**
     * How long an attempt took.
     *
     * @param task the attempt
     * @return the time from its start to its end
     */
    public static Duration duration(Task task) {
        return Duration.between(task.startedAt(), task.finishedAt());
    }

    /** {@return the names of the artifacts that the task assigned or changed, and did not only pass on} */
    public Set<String> assigned() {
        return task.assigned().stream().map(DataArtifact::name).collect(Collectors.toSet());
    }

    /** {@return the artifacts to show: all but parameters and constants} */
    public List<DataArtifact> artifacts() {
        Set<String> shared = new HashSet<>(task.run().graph().parameters());
        shared.addAll(task.run().graph().constants());
        return task.artifacts().stream()
                .filter(artifact -> !shared.contains(artifact.name()))
                .toList();
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("pathspec", task.pathspec());
        json.writeStringField("task", task.id());
        List<Tree> items = task.items();
        if (!items.isEmpty()) {
            json.writeArrayFieldStart("items");
            for (Tree item : items) {
                new TreeJson(json).write(item);
            }
            json.writeEndArray();
        }
        json.writeArrayFieldStart("attempts");
        for (Task attempt : task.attempts()) {
            json.writeStartObject();
            writeAttempt(json, attempt);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("status", word(task));
        Optional<String> origin = task.origin();
        if (origin.isPresent()) {
            json.writeStringField("origin", origin.get());
        }
        json.writeObjectFieldStart("artifacts");
        Set<String> assigned = assigned();
        for (DataArtifact artifact : artifacts()) {
            json.writeObjectFieldStart(artifact.name());
            Values.writeReference(json, artifact);
            json.writeBooleanField("assigned", assigned.contains(artifact.name()));
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeAttempt(JsonGenerator json, Task attempt) throws IOException {
        json.writeNumberField("attempt", attempt.attempt());
        json.writeStringField("status", word(attempt));
        json.writeStringField("startedAt", attempt.startedAt().toString());
        json.writeStringField("finishedAt", attempt.finishedAt().toString());
        RunStates.writeSeconds(json, duration(attempt));
        Optional<Failure> failure = attempt.failure();
        if (failure.isPresent()) {
            FailureView.write(json, failure.get());
        }
    }
}
