package dev.cairn.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON objects, one on each line, in a temporary file: how many bytes they have must be known before they are archived. Not thread-safe. */
final class Spool implements AutoCloseable {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamWriteFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;
    private final JsonGenerator json;
    private boolean ended;

    private Spool(Path file, JsonGenerator json) {
        this.file = file;
        this.json = json;
    }

    /** A spool in this directory. */
    static Spool in(Path directory) throws IOException {
        Path file = Files.createTempFile(directory, ".cairn-export-", ".jsonl");
        try {
            return new Spool(file, lines(new BufferedOutputStream(Files.newOutputStream(file))));
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Writes JSON values as lines. */
    static JsonGenerator lines(OutputStream output) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(output);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        return json;
    }

    /** Writes the next object. */
    @FunctionalInterface
    interface Line {
        void write(JsonGenerator json) throws IOException;
    }

    void add(Line line) throws IOException {
        line.write(json);
    }

    /** Ends the spool; the number of its bytes. */
    long end() throws IOException {
        if (!ended) {
            ended = true;
            if (json.getOutputContext().getEntryCount() > 0) {
                json.writeRaw('\n');
            }
            json.close();
        }
        return Files.size(file);
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        try {
            json.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
