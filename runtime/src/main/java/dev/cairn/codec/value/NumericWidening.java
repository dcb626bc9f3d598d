package dev.cairn.codec.value;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.IncompatibleSchemaException;
import dev.cairn.codec.Planner;
import dev.cairn.codec.ValueReader;
import dev.cairn.codec.schema.SchemaType;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The changes of numeric types under which no value changes: {@code byte} to {@code short} to {@code int} to {@code long},
 * {@code int} and {@code float} to {@code double}, and each primitive to its box and back.
 */
final class NumericWidening {
    private static final Map<String, Integer> INTEGERS = Map.of("i8", 1, "i16", 2, "i32", 3, "i64", 4);

    private NumericWidening() {}

    static ValueReader plan(LeafCodec<?> codec, SchemaType stored) {
        ArtifactCodec<?> storedCodec = stored instanceof SchemaType.Scalar ? Scalars.find(stored) : null;
        Function<Object, Object> widening = stored instanceof SchemaType.Scalar scalar
                ? find(scalar.name(), codec.type().name())
                : null;
        if (storedCodec == null || widening == null) {
            throw Planner.incompatible(codec, stored);
        }
        return (kryo, input) -> {
            Object value = storedCodec.read(kryo, input);
            if (value == null && codec.isPrimitive()) {
                throw new IncompatibleSchemaException("stored as null, which cannot be read as " + codec.javaName());
            }
            return value == null ? null : widening.apply(value);
        };
    }

    /** What makes one type of another; null if that is not possible. */
    static @Nullable Function<Object, Object> find(String from, String to) {
        if (from.equals(to)) {
            return value -> value;
        } else if (INTEGERS.containsKey(from) && INTEGERS.containsKey(to) && INTEGERS.get(from) < INTEGERS.get(to)) {
            return switch (to) {
                case "i16" -> value -> ((Number) value).shortValue();
                case "i32" -> value -> ((Number) value).intValue();
                default -> value -> ((Number) value).longValue();
            };
        } else if (to.equals("f64") && (from.equals("f32") || INTEGERS.getOrDefault(from, 4) < 4)) {
            return value -> ((Number) value).doubleValue();
        }
        return null;
    }
}
