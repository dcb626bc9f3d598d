package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Something to show. */
@FunctionalInterface
public interface JsonView {
    /** Writes it as one JSON value. */
    void write(JsonGenerator json) throws IOException;
}
