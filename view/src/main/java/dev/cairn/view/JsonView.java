package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Something that can be shown as JSON. */
@FunctionalInterface
public interface JsonView {
    /**
     * Writes it as one JSON value.
     *
     * @param json where to write; it stays open
     * @throws IOException if {@code json} cannot be written
     */
    void write(JsonGenerator json) throws IOException;
}
