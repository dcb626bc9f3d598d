package dev.cairn.codec.value;

import dev.cairn.codec.schema.SchemaType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The codecs of arrays of primitives. */
public final class PrimitiveArrays {
    public static final PrimitiveArrayCodec<boolean[]> BOOLEANS =
            new PrimitiveArrayCodec<>(new PrimitiveArrayFormats.OfBooleans());
    public static final PrimitiveArrayCodec<byte[]> BYTES =
            new PrimitiveArrayCodec<>(new PrimitiveArrayFormats.OfBytes());
    public static final PrimitiveArrayCodec<short[]> SHORTS =
            new PrimitiveArrayCodec<>(new PrimitiveArrayFormats.OfShorts());
    public static final PrimitiveArrayCodec<char[]> CHARS =
            new PrimitiveArrayCodec<>(new PrimitiveArrayFormats.OfChars());
    public static final PrimitiveArrayCodec<int[]> INTS = new PrimitiveArrayCodec<>(new PrimitiveArrayFormats.OfInts());
    public static final PrimitiveArrayCodec<long[]> LONGS =
            new PrimitiveArrayCodec<>(new PrimitiveArrayFormats.OfLongs());
    public static final PrimitiveArrayCodec<float[]> FLOATS =
            new PrimitiveArrayCodec<>(new PrimitiveArrayFormats.OfFloats());
    public static final PrimitiveArrayCodec<double[]> DOUBLES =
            new PrimitiveArrayCodec<>(new PrimitiveArrayFormats.OfDoubles());

    public static final List<PrimitiveArrayCodec<?>> ALL =
            List.of(BOOLEANS, BYTES, SHORTS, CHARS, INTS, LONGS, FLOATS, DOUBLES);

    private static final Map<String, PrimitiveArrayCodec<?>> BY_ELEMENT =
            ALL.stream().collect(Collectors.toUnmodifiableMap(PrimitiveArrays::element, Function.identity()));

    private PrimitiveArrays() {}

    private static String element(PrimitiveArrayCodec<?> codec) {
        return ((SchemaType.Scalar)
                        ((SchemaType.Parametric) codec.type()).arguments().get(0))
                .name();
    }

    /** Whether an array type is one of primitives, whose elements are stored side by side. */
    public static boolean isPacked(SchemaType.Parametric array) {
        return find(array) != null;
    }

    /** The codec of a stored type; null if it is not an array of primitives. It is asked per value, and allocates nothing. */
    public static @Nullable PrimitiveArrayCodec<?> find(SchemaType type) {
        return type instanceof SchemaType.Parametric array
                        && array.name().equals("array")
                        && array.arguments().get(0) instanceof SchemaType.Scalar element
                        && !element.nullable()
                ? BY_ELEMENT.get(element.name())
                : null;
    }
}
