package dev.cairn.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Prints JSON as a stream, of which only a buffer is in memory. The output is printable ASCII; all other characters are escaped,
 * so that they cannot control a terminal and do not depend on an encoding. Thread-safe.
 */
public final class JsonOutput {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .characterEscapes(new Escapes())
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(StreamWriteFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();
    private static final Separators SEPARATORS =
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);

    private JsonOutput() {}

    /**
     * Prints a value and a line break. If this fails halfway, what was printed is not valid JSON.
     *
     * @param output where to print; it is flushed and stays open
     * @param view what to print
     * @throws IOException if {@code output} cannot be written
     */
    public static void print(OutputStream output, JsonView view) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(new OutputStreamWriter(output, StandardCharsets.US_ASCII))) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(new DefaultIndenter("  ", "\n")));
            view.write(json);
            json.writeRaw('\n');
        }
    }

    /** Prints values, with a line break between them. */
    static JsonGenerator lines(OutputStream output) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(new OutputStreamWriter(output, StandardCharsets.US_ASCII));
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        return json;
    }

    /** The standard ones, and one for the last ASCII character, which JSON lets pass. */
    private static final class Escapes extends CharacterEscapes {
        private static final long serialVersionUID = 1;
        private static final int DELETE = 127;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[DELETE] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
