package dev.cairn.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The codecs of arrays of primitives. */
final class PrimitiveArrays {
    static final PrimitiveArrayCodec<boolean[]> BOOLEANS =
            new PrimitiveArrayCodec<>(new PrimitiveArrayFormats.OfBooleans());
    static final PrimitiveArrayCodec<byte[]> BYTES = new PrimitiveArrayCodec<>(new PrimitiveArrayFormats.OfBytes());
    static final PrimitiveArrayCodec<short[]> SHORTS = new PrimitiveArrayCodec<>(new PrimitiveArrayFormats.OfShorts());
    static final PrimitiveArrayCodec<char[]> CHARS = new PrimitiveArrayCodec<>(new PrimitiveArrayFormats.OfChars());
    static final PrimitiveArrayCodec<int[]> INTS = new PrimitiveArrayCodec<>(new PrimitiveArrayFormats.OfInts());
    static final PrimitiveArrayCodec<long[]> LONGS = new PrimitiveArrayCodec<>(new PrimitiveArrayFormats.OfLongs());
    static final PrimitiveArrayCodec<float[]> FLOATS = new PrimitiveArrayCodec<>(new PrimitiveArrayFormats.OfFloats());
    static final PrimitiveArrayCodec<double[]> DOUBLES =
            new PrimitiveArrayCodec<>(new PrimitiveArrayFormats.OfDoubles());

    static final List<PrimitiveArrayCodec<?>> ALL =
            List.of(BOOLEANS, BYTES, SHORTS, CHARS, INTS, LONGS, FLOATS, DOUBLES);

    private PrimitiveArrays() {}

    /** Whether an array type is one of primitives, whose elements are stored side by side. */
    static boolean isPacked(SchemaType.Parametric array) {
        return find(array) != null;
    }

    /** The codec of a stored type; null if it is not an array of primitives. */
    static @Nullable PrimitiveArrayCodec<?> find(SchemaType type) {
        return ALL.stream()
                .filter(codec -> codec.type().equals(type))
                .findFirst()
                .orElse(null);
    }
}
