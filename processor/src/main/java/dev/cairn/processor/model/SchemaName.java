package dev.cairn.processor.model;

import java.util.List;

/** What schemas call a type. */
public final class SchemaName {
    private SchemaName() {}

    /** The binary name of a class, with its type arguments, which tell it from its siblings. */
    public static String of(JavaType type) {
        if (type instanceof JavaType.Declared declared) {
            List<String> arguments =
                    declared.arguments().stream().map(SchemaName::of).toList();
            String name = declared.name().binaryName();
            return arguments.isEmpty() ? name : name + "<" + String.join(",", arguments) + ">";
        } else if (type instanceof JavaType.Array array) {
            return of(array.component()) + "[]";
        }
        return type.toString();
    }
}
