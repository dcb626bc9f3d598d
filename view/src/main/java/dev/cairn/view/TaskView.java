package dev.cairn.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.DataArtifact;
import dev.cairn.client.Task;
import dev.cairn.runtime.ByteSize;
import dev.cairn.runtime.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A task: how it ended, its attempts and the artifacts that it left; the parameters and constants are shown with the run.
 *
 * @param task the attempt that finished, or the last one that failed
 */
record TaskView(Task task) implements View {
    private static final String INDENT = "  ";
    private static final int SHOWN_DIGITS = 8;

    @Override
    public void print(Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        terminal.line("task " + task.pathspec());
        try (Table table = new Table(terminal, INDENT)) {
            table.row("status", word(task));
            table.row("started", Amounts.time(task.startedAt(), surroundings.clock()));
            table.row("took", Amounts.duration(duration(task)));
        }
        printAttempts(surroundings);
        if (!artifacts().isEmpty()) {
            terminal.line("");
            terminal.line("artifacts");
            printArtifacts(terminal, INDENT);
        }
        task.failure().ifPresent(failure -> {
            terminal.line("");
            terminal.line("failure");
            failure.stackTrace().lines().forEach(line -> terminal.line(INDENT + line));
        });
    }

    private void printAttempts(Surroundings surroundings) {
        List<Task> attempts = task.attempts();
        if (attempts.size() == 1) {
            return;
        }
        surroundings.terminal().line("");
        surroundings.terminal().line("attempts");
        try (Table table = new Table(surroundings.terminal(), INDENT)) {
            attempts.forEach(attempt -> table.row(
                    String.valueOf(attempt.attempt() + 1), // people count from 1
                    word(attempt),
                    Amounts.time(attempt.startedAt(), surroundings.clock()),
                    Amounts.duration(duration(attempt)),
                    attempt.failure().map(Failures::line).orElse("")));
        }
    }

    /** Prints the artifacts alone, a line each. */
    void printArtifacts(Terminal terminal, String indent) {
        try (Table table = new Table(terminal, indent)) {
            artifacts()
                    .forEach(artifact -> table.row(
                            artifact.name(),
                            artifact.type(),
                            ByteSize.text(artifact.size()),
                            artifact.sha().substring(0, SHOWN_DIGITS)));
        }
    }

    /** {@code succeeded}, {@code failed}, or {@code caught} if the flow went on with the failure. */
    static String word(Task task) {
        if (task.successful()) {
            return "succeeded";
        }
        return task.caught() ? "caught" : "failed";
    }

    static Duration duration(Task task) {
        return Duration.between(task.startedAt(), task.finishedAt());
    }

    private List<DataArtifact> artifacts() {
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
        json.writeArrayFieldStart("attempts");
        for (Task attempt : task.attempts()) {
            json.writeStartObject();
            writeAttempt(json, attempt);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("status", word(task));
        json.writeObjectFieldStart("artifacts");
        for (DataArtifact artifact : artifacts()) {
            json.writeObjectFieldStart(artifact.name());
            Values.writeReference(json, artifact);
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
            Failures.write(json, failure.get());
        }
    }
}
