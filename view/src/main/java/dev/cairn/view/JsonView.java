package dev.cairn.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Something to show, to people or to machines. */
interface View {
    /** Prints it as text. */
    void print(Surroundings surroundings);

    /** Writes it as one JSON value. */
    void write(JsonGenerator json) throws IOException;
}
