package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * What a command did to runs.
 *
 * @param url the URL of the datastore
 * @param runs the runs, one after the other
 */
public record ChangeView(String url, List<Change> runs) implements JsonView {
    /**
     * What was done to a run.
     *
     * @param pathspec the run
     * @param result a word that tells what was done, or why nothing was
     */
    public record Change(String pathspec, String result) {}

    /**
     * Copies the list.
     *
     * @param url the URL of the datastore
     * @param runs the runs, one after the other
     */
    public ChangeView {
        runs = List.copyOf(runs);
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("datastore", url);
        json.writeArrayFieldStart("runs");
        for (Change change : runs) {
            json.writeStartObject();
            json.writeStringField("pathspec", change.pathspec());
            json.writeStringField("result", change.result());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
