package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.codec.Tree;
import java.io.IOException;
import java.io.OutputStream;

/** Prints JSON values, a line each, as a stream. The output is printable ASCII, as that of {@link JsonOutput}. Not thread-safe. */
public final class JsonLines implements AutoCloseable {
    private final JsonGenerator json;
    private boolean isEmpty = true;

    /**
     * Starts an output; nothing is printed yet.
     *
     * @param output where to print; it stays open
     * @throws IOException if a generator for {@code output} cannot be made
     */
    public JsonLines(OutputStream output) throws IOException {
        this.json = JsonOutput.lines(output);
    }

    /**
     * Prints a value.
     *
     * @param value the value
     * @throws IOException if the output cannot be written
     */
    public void write(Tree value) throws IOException {
        isEmpty = false;
        new TreeJson(json).write(value);
    }

    /**
     * Prints what is shown.
     *
     * @param view what to print; it must write one value
     * @throws IOException if the output cannot be written
     */
    public void write(JsonView view) throws IOException {
        isEmpty = false;
        view.write(json);
    }

    /**
     * Ends the last line.
     *
     * @throws IOException if the output cannot be written; it is not closed
     */
    @Override
    public void close() throws IOException {
        if (!isEmpty) {
            json.writeRaw('\n');
        }
        json.close();
    }
}
