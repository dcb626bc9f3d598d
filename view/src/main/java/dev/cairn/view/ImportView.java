package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * What was imported. Immutable.
 *
 * @param url the URL of the datastore
 * @param file the file that was read
 * @param imported the pathspecs of the runs that were copied
 * @param present the pathspecs of the runs that were there before
 */
public record ImportView(String url, String file, List<String> imported, List<String> present) implements JsonView {
    /**
     * Copies the lists.
     *
     * @param url the URL of the datastore
     * @param file the file that was read
     * @param imported the pathspecs of the runs that were copied
     * @param present the pathspecs of the runs that were there before
     */
    public ImportView {
        imported = List.copyOf(imported);
        present = List.copyOf(present);
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("datastore", url);
        json.writeStringField("file", file);
        runs(json, "imported", imported);
        runs(json, "present", present);
        json.writeEndObject();
    }

    private static void runs(JsonGenerator json, String name, List<String> runs) throws IOException {
        json.writeArrayFieldStart(name);
        for (String run : runs) {
            json.writeString(run);
        }
        json.writeEndArray();
    }
}
