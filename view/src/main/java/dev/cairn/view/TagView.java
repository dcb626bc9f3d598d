package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.Run;
import java.io.IOException;
import java.util.Set;

/**
 * The tags of a run.
 *
 * @param run the run
 * @param tags its tags, sorted
 */
public record TagView(Run run, Set<String> tags) implements JsonView {
    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("pathspec", run.pathspec());
        json.writeArrayFieldStart("tags");
        for (String tag : tags) {
            json.writeString(tag);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
