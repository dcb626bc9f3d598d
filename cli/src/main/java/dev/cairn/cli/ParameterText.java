package dev.cairn.cli;

import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.EnumCodec;
import dev.cairn.codec.Tree;
import dev.cairn.codec.schema.SchemaType;
import dev.cairn.engine.ParameterException;
import dev.cairn.runtime.UnreadableFileException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.view.JsonText;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of parameters out of text: scalars, enums, dates, durations and paths as Java's own {@code parse} methods
 * do, lists, sets and arrays as comma-separated values or a JSON array, records and maps as JSON objects.
 */
final class ParameterText {
    private static final int SHOWN_ELEMENTS = 10;

    private ParameterText() {}

    /**
     * The value that {@code text} describes.
     *
     * @throws ParameterException if {@code text} is not a value of the parameter's type
     */
    static @Nullable Object parse(ArtifactDefinition parameter, String text) {
        return parse(parameter, text, "--" + parameter.option());
    }

    /**
     * The same.
     *
     * @param place where the text is from; the message begins with it
     */
    static @Nullable Object parse(ArtifactDefinition parameter, String text, String place) {
        try {
            return value(parameter, text);
        } catch (CodecException | IllegalArgumentException | UnreadableFileException e) {
            throw cannotBe(place, text, e, parameter);
        }
    }

    /** The value that a tree describes: a text as on the command line, or numbers, lists and objects as they are in JSON. */
    static @Nullable Object parse(ArtifactDefinition parameter, Tree tree, String place) {
        if (tree instanceof Tree.Scalar scalar && scalar.value() instanceof String text) {
            return parse(parameter, text, place);
        }
        try {
            return ArtifactFormat.fromTree(parameter.codec(), tree);
        } catch (CodecException | IllegalArgumentException | UnreadableFileException e) {
            throw cannotBe(place, tree.text(SHOWN_ELEMENTS), e, parameter);
        }
    }

    private static ParameterException cannotBe(
            String place, String text, RuntimeException problem, ArtifactDefinition parameter) {
        return new ParameterException(
                place + " cannot be `" + text + "`: " + problem.getMessage() + ". " + howToWrite(parameter));
    }

    /**
     * The same, but what is wrong with {@code text} stays untold: a part of it may be in the message that says so.
     *
     * @throws IllegalArgumentException if {@code text} is not a value of the parameter's type; its message says how to write one
     */
    static @Nullable Object parseQuietly(ArtifactDefinition parameter, String text) {
        try {
            return value(parameter, text);
        } catch (RuntimeException e) { // also of codecs and constructors of the user's
            throw new IllegalArgumentException(howToWrite(parameter));
        }
    }

    private static @Nullable Object value(ArtifactDefinition parameter, String text) {
        return ArtifactFormat.fromTree(parameter.codec(), tree(parameter.codec().type(), text));
    }

    private static String howToWrite(ArtifactDefinition parameter) {
        return "Write " + form(parameter, parameter.codec().type()) + ".";
    }

    private static Tree tree(SchemaType type, String text) {
        String trimmed = text.strip();
        if (isSequence(type)) {
            return trimmed.startsWith("[") ? JsonText.parse(trimmed) : Tree.of(commaSeparated(text));
        }
        boolean object = isMap(type) || type instanceof SchemaType.Named && trimmed.startsWith("{");
        return object ? JsonText.parse(trimmed) : Tree.of(text);
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
        return type instanceof SchemaType.Parametric parametric
                && parametric.arguments().size() == 2;
    }

    /** How to write the values that users get wrong; for others the type says it. */
    private static String form(ArtifactDefinition parameter, SchemaType type) {
        if (isSequence(type)) {
            return "comma-separated values or a JSON array";
        } else if (isMap(type)) {
            return "a JSON object";
        } else if (parameter.type().equals("IncludedFile")) {
            return "the path of a file";
        } else if (type instanceof SchemaType.Named) {
            return parameter.codec() instanceof EnumCodec ? "the name of one of them" : "a JSON object";
        }
        return switch (parameter.type()) {
            case "byte", "short", "int", "long", "Byte", "Short", "Integer", "Long" -> "a whole number";
            case "float", "double", "Float", "Double" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "Duration" -> "an ISO-8601 duration, such as PT1M30S";
            case "LocalDate" -> "an ISO-8601 date, such as 2026-11-23";
            case "Instant" -> "an ISO-8601 time, such as 2026-11-23T21:07:11Z";
            default -> "it in the format of " + parameter.type();
        };
    }
}
