package dev.cairn.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.DataArtifact;
import dev.cairn.runtime.ByteSize;
import java.io.IOException;

/**
 * An artifact, without its value: that is what {@code dump} shows.
 *
 * @param artifact the artifact
 */
record ArtifactView(DataArtifact artifact) implements View {
    @Override
    public void print(Surroundings surroundings) {
        surroundings.terminal().line("artifact " + artifact.pathspec());
        try (Table table = new Table(surroundings.terminal(), "  ")) {
            table.row("type", artifact.type());
            table.row("size", ByteSize.text(artifact.size()));
            table.row("sha", artifact.sha());
            table.row("created", Amounts.time(artifact.createdAt(), surroundings.clock()));
        }
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("pathspec", artifact.pathspec());
        Values.writeReference(json, artifact);
        json.writeEndObject();
    }
}
