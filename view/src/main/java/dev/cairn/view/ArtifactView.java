package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.DataArtifact;
import dev.cairn.client.Task;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An artifact without its value; {@code dump} shows values.
 *
 * @param artifact the artifact
 * @param limit how many of the tasks that may have read it to show
 */
public record ArtifactView(DataArtifact artifact, int limit) implements JsonView {
    /** {@return the pathspecs of the tasks that may have read it} Close the stream after use. */
    public Stream<String> readers() {
        return artifact.readers().map(Task::pathspec);
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("pathspec", artifact.pathspec());
        Values.writeReference(json, artifact);
        Optional<Task> producer = artifact.producer();
        if (producer.isPresent()) {
            json.writeStringField("producer", producer.get().pathspec());
        }
        Optional<String> origin = producer.flatMap(Task::origin);
        if (origin.isPresent()) {
            json.writeStringField("origin", origin.get());
        }
        json.writeArrayFieldStart("readers");
        try (Stream<String> readers = readers()) {
            Page<String> page = new Page<>(readers.iterator(), limit);
            while (page.hasNext()) {
                json.writeString(page.next());
            }
            json.writeEndArray();
            json.writeBooleanField("moreReaders", page.isCut());
        }
        json.writeEndObject();
    }
}
