package dev.cairn.engine.values;

import dev.cairn.runtime.IncludedFile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knows the values that nobody can change: they can be shared, and compared with {@code equals} instead of by encoding. */
final class Unchangeable {
    private Unchangeable() {}

    static boolean is(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof Float
                || value instanceof Short
                || value instanceof Byte
                || value instanceof Character
                || value instanceof Enum<?>
                || value.getClass() == BigDecimal.class
                || value.getClass() == BigInteger.class
                || value instanceof UUID
                || value instanceof IncludedFile
                || value.getClass().getPackageName().equals("java.time");
    }
}
