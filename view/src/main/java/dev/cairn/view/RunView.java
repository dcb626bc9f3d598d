package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.DataArtifact;
import dev.cairn.client.OpenStep;
import dev.cairn.client.Run;
import dev.cairn.client.RunState;
import dev.cairn.client.StepTasks;
import dev.cairn.client.StoredSize;
import dev.cairn.runtime.Failure;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run: its state, its parameters, and the progress of its steps.
 *
 * @param run the run
 * @param isSized whether to tell its size, for which the records of all its tasks are read
 */
public record RunView(Run run, boolean isSized) implements JsonView {
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
        Optional<String> origin = run.origin();
        if (origin.isPresent()) {
            json.writeStringField("origin", origin.get());
        }
        Optional<String> startedBy = run.startedBy();
        if (startedBy.isPresent()) {
            json.writeStringField("startedBy", startedBy.get());
        }
        if (state.failedTask().isPresent()) {
            json.writeStringField("failedTask", state.failedTask().get());
        }
        Optional<Failure> failure = state.failure();
        if (failure.isPresent()) {
            FailureView.write(json, failure.get());
        }
        json.writeObjectFieldStart("parameters");
        for (DataArtifact parameter : run.parameters()) {
            json.writeFieldName(parameter.name());
            Values.write(json, parameter, Values.BRIEF);
        }
        json.writeEndObject();
        Set<String> secrets = run.secretParameters();
        if (!secrets.isEmpty()) {
            json.writeArrayFieldStart("secretParameters");
            for (String secret : secrets) {
                json.writeString(secret);
            }
            json.writeEndArray();
        }
        if (isSized) {
            StoredSize size = run.size();
            json.writeNumberField("values", size.values());
            json.writeNumberField("bytes", size.bytes());
        }
        json.writeArrayFieldStart("steps");
        writeSteps(json);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeSteps(JsonGenerator json) throws IOException {
        Map<String, StepTotals> totals = StepTotals.of(run);
        Map<String, OpenStep> open = run.openSteps().stream().collect(Collectors.toMap(OpenStep::step, each -> each));
        for (StepTasks step : run.steps()) {
            StepTotals total = totals.getOrDefault(step.name(), new StepTotals(run.startedAt()));
            json.writeStartObject();
            json.writeStringField("step", step.name());
            json.writeNumberField("tasks", total.finished());
            if (run.origin().isPresent() && total.reused().isPresent()) {
                json.writeNumberField("reused", total.reused().getAsLong());
            }
            json.writeNumberField("caught", total.caught());
            json.writeNumberField("failedAttempts", total.failedAttempts());
            RunStates.writeSeconds(json, total.duration());
            write(json, open.get(step.name()));
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, @Nullable OpenStep open) throws IOException {
        if (open != null) {
            json.writeStringField("openSince", open.since().toString());
            if (open.expected().isPresent()) {
                json.writeNumberField("expected", open.expected().getAsLong());
            }
        }
    }
}
