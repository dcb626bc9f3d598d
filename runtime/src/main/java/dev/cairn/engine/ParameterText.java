package dev.cairn.engine;

import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.SchemaType;
import dev.cairn.codec.Tree;
import dev.cairn.runtime.ArtifactDefinition;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of parameters out of text: scalars, enums, dates, durations and paths as Java's own {@code parse} methods
 * do, lists, sets and arrays as comma-separated values or a JSON array, records and maps as JSON objects.
 */
public final class ParameterText {
    private ParameterText() {}

    /**
     * The value that {@code text} describes.
     *
     * @throws ParameterException if it describes none
     */
    public static @Nullable Object parse(ArtifactDefinition parameter, String text) {
        SchemaType type = parameter.codec().type();
        try {
            return ArtifactFormat.fromTree(parameter.codec(), tree(type, text));
        } catch (CodecException | IllegalArgumentException e) {
            throw new ParameterException("--" + parameter.option() + " cannot be `" + text + "`: " + e.getMessage()
                    + ". Write a " + parameter.type() + " as " + form(type) + ".");
        }
    }

    private static Tree tree(SchemaType type, String text) {
        String trimmed = text.strip();
        if (isSequence(type)) {
            return trimmed.startsWith("[") ? Json.parse(trimmed) : Tree.of(commaSeparated(text));
        }
        boolean object = isMap(type) || type instanceof SchemaType.Named && trimmed.startsWith("{");
        return object ? Json.parse(trimmed) : Tree.of(text);
    }

    private static List<String> commaSeparated(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static boolean isSequence(SchemaType type) {
        return type instanceof SchemaType.Parametric parametric
                && parametric.arguments().size() == 1
                && !parametric.name().equals("optional");
    }

    private static boolean isMap(SchemaType type) {
        return type instanceof SchemaType.Parametric parametric && parametric.arguments().size() == 2;
    }

    private static String form(SchemaType type) {
        if (isSequence(type)) {
            return "comma-separated values or a JSON array";
        } else if (isMap(type)) {
            return "a JSON object";
        }
        return type instanceof SchemaType.Named ? "a constant's name or a JSON object" : "its parse method reads it";
    }
}
