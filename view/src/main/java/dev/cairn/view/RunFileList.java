package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.client.RunFile;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;

/**
 * The files that the tasks of a run stored. It can be iterated once.
 *
 * @param pathspec the run
 * @param files the files, and where each was copied to
 */
public record RunFileList(String pathspec, Iterator<Shown> files) implements JsonView {
    /**
     * A file.
     *
     * @param file what is stored
     * @param path the file that it was copied to; empty if it was not copied
     */
    public record Shown(RunFile file, Optional<String> path) {}

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("pathspec", pathspec);
        json.writeArrayFieldStart("files");
        while (files.hasNext()) {
            Shown shown = files.next();
            json.writeStartObject();
            json.writeStringField("key", shown.file().key());
            json.writeNumberField("size", shown.file().size());
            json.writeStringField("sha", shown.file().sha());
            json.writeStringField("storedAt", shown.file().storedAt().toString());
            if (shown.path().isPresent()) {
                json.writeStringField("path", shown.path().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
