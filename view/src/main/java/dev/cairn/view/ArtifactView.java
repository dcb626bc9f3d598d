package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.DataArtifact;
import java.io.IOException;

/**
 * An artifact without its value; {@code dump} shows values.
 *
 * @param artifact the artifact
 */
public record ArtifactView(DataArtifact artifact) implements JsonView {
    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("pathspec", artifact.pathspec());
        Values.writeReference(json, artifact);
        json.writeEndObject();
    }
}
