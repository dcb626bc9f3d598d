package dev.cairn.processor.rule.code;

import dev.cairn.processor.model.JavaType;
import java.util.Optional;

/** The values with which fields begin that have no initialiser, as the code to write. */
final class JavaDefaults {
    private JavaDefaults() {}

    /** Java's default for a primitive type. */
    static Optional<String> of(JavaType type) {
        if (!(type instanceof JavaType.Primitive primitive)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (primitive.keyword()) {
                    case "boolean" -> "false";
                    case "char" -> "'\\0'";
                    default -> "0";
                });
    }
}
