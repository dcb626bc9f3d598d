package dev.cairn.codec.schema;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the canonical text of types and definitions.
 *
 * <pre>
 * type       = keyword [ "?" ] | keyword "&lt;" [ type { "," type } ] "&gt;" | name
 * definition = "struct " name "{" [ name ":" type { "," name ":" type } ] "}"
 *            | kind " " name "{" [ name { "," name } ] "}"
 * kind       = "enum" | "sealed" | "custom" | "opaque-kryo" | "opaque-java"
 * name       = a Java name, with dots, that is no keyword | "'" any characters, with \' \\ \n for themselves "'"
 * </pre>
 */
final class SchemaText {
    private SchemaText() {}

    static String parametric(SchemaType.Parametric type) {
        return type.arguments().stream()
                .map(SchemaType::toString)
                .collect(Collectors.joining(",", type.name() + "<", ">"));
    }

    static String struct(Definition.Struct struct) {
        return struct.fields().stream()
                .map(field -> name(field.name()) + ":" + field.type())
                .collect(Collectors.joining(",", "struct " + name(struct.name()) + "{", "}"));
    }

    static String names(String kind, String name, List<String> names) {
        return names.stream()
                .map(SchemaText::name)
                .collect(Collectors.joining(",", kind + " " + name(name) + "{", "}"));
    }

    static String name(String name) {
        return isPlain(name) && !SchemaKeywords.contains(name) ? name : quoted(name);
    }

    private static boolean isPlain(String name) {
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.' ? start : !(start ? Character.isJavaIdentifierStart(c) : Character.isJavaIdentifierPart(c))) {
                return false;
            }
            if (Character.isIdentifierIgnorable(c) || Character.isSurrogate(c)) {
                return false;
            }
            start = c == '.';
        }
        return !start;
    }

    private static String quoted(String name) {
        return "'" + name.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }
}
