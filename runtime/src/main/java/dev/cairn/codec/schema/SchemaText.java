package dev.cairn.codec.schema;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the canonical text of types and definitions.
 *
 * <pre>
 * type       = keyword [ "?" ] | keyword "&lt;" [ type { "," type } ] "&gt;" | class
 * definition = "struct " class "{" [ name ":" type { "," name ":" type } ] "}"
 *            | "enum " class "{" [ name { "," name } ] "}"
 *            | "custom " class "{" name "}"
 *            | kind " " class "{" [ class { "," class } ] "}"
 * kind       = "sealed" | "opaque-kryo" | "opaque-java"
 * class      = identifier "." identifier { "." identifier } | quoted
 * name       = identifier { "." identifier } | quoted
 * identifier = an ASCII letter, "_" or "$" { an ASCII letter or digit, "_" or "$" }
 * quoted     = "'" any characters, with \' \\ \n for ' \ and the end of a line "'"
 * </pre>
 *
 * <p>What can be written without quotes is. A class without a package is quoted always: whatever words become keywords, none of
 * them can be a class in a stored schema. That only ASCII goes without quotes makes the text independent of the Unicode version of
 * a JDK.
 */
final class SchemaText {
    private static final String IDENTIFIER = "[A-Za-z_$][A-Za-z0-9_$]*+";
    private static final Pattern PLAIN = Pattern.compile(IDENTIFIER + "(\\." + IDENTIFIER + ")*+");

    private SchemaText() {}

    static String parametric(SchemaType.Parametric type) {
        return type.arguments().stream()
                .map(SchemaType::toString)
                .collect(Collectors.joining(",", type.name() + "<", ">"));
    }

    static String struct(Definition.Struct struct) {
        return struct.fields().stream()
                .map(field -> name(field.name()) + ":" + field.type())
                .collect(Collectors.joining(",", "struct " + className(struct.name()) + "{", "}"));
    }

    /** A definition by names of constants, or of a codec. */
    static String names(String kind, String className, List<String> names) {
        return list(kind, className, names, SchemaText::name);
    }

    /** A definition by other classes. */
    static String classes(String kind, String className, List<String> classes) {
        return list(kind, className, classes, SchemaText::className);
    }

    private static String list(String kind, String className, List<String> names, UnaryOperator<String> text) {
        return names.stream().map(text).collect(Collectors.joining(",", kind + " " + className(className) + "{", "}"));
    }

    static String className(String name) {
        return name.indexOf('.') < 0 ? quoted(name) : name(name);
    }

    private static String name(String name) {
        return PLAIN.matcher(name).matches() ? name : quoted(name);
    }

    private static String quoted(String name) {
        return "'" + name.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }
}
