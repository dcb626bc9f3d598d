package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * A backup that was made.
 *
 * @param url the URL of the datastore
 * @param copy the URL of the copy
 */
public record BackupView(String url, String copy) implements JsonView {
    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("datastore", url);
        json.writeStringField("copy", copy);
        json.writeEndObject();
    }
}
