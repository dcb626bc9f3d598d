package dev.cairn.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.DataArtifact;
import dev.cairn.client.Run;
import dev.cairn.client.RunState;
import dev.cairn.client.StepTasks;
import dev.cairn.runtime.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run: how it stands, its parameters, and how far its steps are.
 *
 * @param run the run
 */
record RunView(Run run) implements View {
    private static final String INDENT = "  ";

    @Override
    public void print(Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        RunState state = run.state();
        terminal.line("run " + run.pathspec());
        try (Table table = new Table(terminal, INDENT)) {
            table.row("status", RunStates.word(state));
            table.row("started", Amounts.time(state.startedAt(), surroundings.clock()));
            table.row("took", Amounts.duration(state.duration()));
            table.row("by", run.user() + ", with Cairn " + run.cairnVersion() + " on Java " + run.javaVersion());
            run.commit().ifPresent(commit -> table.row("commit", commit));
            if (!state.tags().isEmpty()) {
                table.row("tags", String.join(", ", state.tags()));
            }
            state.failure().ifPresent(failure -> table.row("failure", where(state) + Failures.line(failure)));
        }
        printParameters(terminal);
        printSteps(terminal);
    }

    private static String where(RunState state) {
        return state.failedTask().map(task -> "task " + task + ": ").orElse("");
    }

    private void printParameters(Terminal terminal) {
        List<DataArtifact> parameters = run.parameters();
        if (parameters.isEmpty()) {
            return;
        }
        terminal.line("");
        terminal.line("parameters");
        try (Table table = new Table(terminal, INDENT)) {
            parameters.forEach(parameter -> table.row(parameter.name(), parameter.type(), Values.brief(parameter)));
        }
    }

    private void printSteps(Terminal terminal) {
        Map<String, StepTotals> totals = StepTotals.of(run);
        terminal.line("");
        terminal.line("steps");
        try (Table table = new Table(terminal, INDENT)) {
            for (StepTasks step : run.steps()) {
                StepTotals total = totals.get(step.name());
                if (total == null) {
                    table.row(step.name(), "no task");
                } else {
                    table.row(
                            step.name(),
                            Amounts.count(total.finished(), "task"),
                            Amounts.duration(total.duration()),
                            remarks(total));
                }
            }
        }
    }

    private static String remarks(StepTotals total) {
        List<String> remarks = new ArrayList<>();
        if (total.caught() > 0) {
            remarks.add(Amounts.count(total.caught(), "caught failure"));
        }
        if (total.failedAttempts() > 0) {
            remarks.add(Amounts.count(total.failedAttempts(), "failed attempt"));
        }
        return String.join(", ", remarks);
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        RunState state = run.state();
        json.writeStartObject();
        RunStates.write(json, run, state);
        json.writeStringField("user", run.user());
        json.writeStringField("cairnVersion", run.cairnVersion());
        json.writeStringField("javaVersion", run.javaVersion());
        Optional<String> commit = run.commit();
        if (commit.isPresent()) {
            json.writeStringField("commit", commit.get());
        }
        if (state.failedTask().isPresent()) {
            json.writeStringField("failedTask", state.failedTask().get());
        }
        Optional<Failure> failure = state.failure();
        if (failure.isPresent()) {
            Failures.write(json, failure.get());
        }
        json.writeObjectFieldStart("parameters");
        for (DataArtifact parameter : run.parameters()) {
            json.writeFieldName(parameter.name());
            Values.write(json, parameter, Values.BRIEF);
        }
        json.writeEndObject();
        json.writeArrayFieldStart("steps");
        writeSteps(json);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeSteps(JsonGenerator json) throws IOException {
        Map<String, StepTotals> totals = StepTotals.of(run);
        for (StepTasks step : run.steps()) {
            StepTotals total = totals.getOrDefault(step.name(), new StepTotals());
            json.writeStartObject();
            json.writeStringField("step", step.name());
            json.writeNumberField("tasks", total.finished());
            json.writeNumberField("caught", total.caught());
            json.writeNumberField("failedAttempts", total.failedAttempts());
            RunStates.writeSeconds(json, total.duration());
            json.writeEndObject();
        }
    }
}
