package dev.cairn.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.Run;
import dev.cairn.client.RunState;
import java.io.IOException;

/**
 * Runs, a line each.
 *
 * @param url the URL of the datastore
 * @param runs the runs, newest first
 * @param none what to say if there is none
 */
record RunList(String url, Page<Run> runs, String none) implements View {
    @Override
    public void print(Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        if (!runs.hasNext()) {
            terminal.line(none);
            return;
        }
        try (Table table = new Table(terminal, "")) {
            table.row("run", "status", "started", "took", "tags");
            while (runs.hasNext()) {
                Run run = runs.next();
                RunState state = run.state();
                table.row(
                        run.pathspec(),
                        RunStates.word(state),
                        Amounts.time(state.startedAt(), surroundings.clock()),
                        Amounts.duration(state.duration()),
                        String.join(", ", state.tags()));
            }
        }
        if (runs.isCut()) {
            terminal.line("There are older ones: --limit <number> shows more than " + runs.limit() + ".");
        }
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("datastore", url);
        json.writeArrayFieldStart("runs");
        while (runs.hasNext()) {
            Run run = runs.next();
            json.writeStartObject();
            RunStates.write(json, run, run.state());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeBooleanField("more", runs.isCut());
        json.writeEndObject();
    }
}
