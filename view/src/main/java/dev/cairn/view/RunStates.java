package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.Run;
import dev.cairn.client.RunState;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** The state of runs, in words and as JSON. */
public final class RunStates {
    private static final double MILLIS_PER_SECOND = 1000;

    private RunStates() {}

    /**
     * The word for the state of a run.
     *
     * @param state the state
     * @return {@code running}, {@code succeeded}, {@code failed}, {@code interrupted}, {@code died}, or {@code unknown} if the engine of
     *     a silent run cannot be asked
     */
    public static String word(RunState state) {
        if (state.unknown()) {
            return "unknown";
        }
        return state.died() ? "died" : state.status().name().toLowerCase(Locale.ROOT);
    }

    /** Writes what every listing of runs has, into an object that is open. */
    static void write(JsonGenerator json, Run run, RunState state) throws IOException {
        json.writeStringField("pathspec", run.pathspec());
        json.writeStringField("flow", run.flow());
        json.writeStringField("run", run.id());
        json.writeStringField("status", word(state));
        json.writeStringField("startedAt", state.startedAt().toString());
        if (state.finishedAt().isPresent()) {
            json.writeStringField("finishedAt", state.finishedAt().get().toString());
        }
        writeSeconds(json, state.duration());
        json.writeArrayFieldStart("tags");
        for (String tag : state.tags()) {
            json.writeString(tag);
        }
        json.writeEndArray();
    }

    static void writeSeconds(JsonGenerator json, Duration duration) throws IOException {
        json.writeNumberField("seconds", duration.toMillis() / MILLIS_PER_SECOND);
    }
}
