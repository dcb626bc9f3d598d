package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.codec.Tree;
import java.io.IOException;
import java.io.OutputStream;

/** Prints JSON values, a line each, as a stream. The output is printable ASCII, as that of {@link JsonOutput}. Not thread-safe. */
public final class JsonLines implements AutoCloseable {
    private final JsonGenerator json;
    private boolean isEmpty = true;

    /** @param output where to print; it stays open */
    public JsonLines(OutputStream output) throws IOException {
        this.json = JsonOutput.lines(output);
    }

    /** Prints a value. */
    public void write(Tree value) throws IOException {
        isEmpty = false;
        new TreeJson(json).write(value);
    }

    /** Prints what is shown. */
    public void write(JsonView view) throws IOException {
        isEmpty = false;
        view.write(json);
    }

    /** Ends the last line. */
    @Override
    public void close() throws IOException {
        if (!isEmpty) {
            json.writeRaw('\n');
        }
        json.close();
    }
}
