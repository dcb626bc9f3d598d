package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.Run;
import java.io.IOException;

/**
 * Runs, one per line.
 *
 * @param url the URL of the datastore
 * @param runs the runs, newest first
 */
public record RunList(String url, Page<Run> runs) implements JsonView {
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
