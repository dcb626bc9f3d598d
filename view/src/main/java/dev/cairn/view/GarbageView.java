package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.maintenance.GarbageReport;
import java.io.IOException;

/**
 * What a garbage collection deleted, or would delete.
 *
 * @param url the URL of the datastore
 * @param deleted whether it was deleted
 * @param report what
 */
public record GarbageView(String url, boolean deleted, GarbageReport report) implements JsonView {
    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("datastore", url);
        json.writeBooleanField("deleted", deleted);
        json.writeArrayFieldStart("runs");
        for (String run : report.runs()) {
            json.writeString(run);
        }
        json.writeEndArray();
        json.writeNumberField("blobs", report.blobs());
        json.writeNumberField("bytes", report.bytes());
        json.writeEndObject();
    }
}
