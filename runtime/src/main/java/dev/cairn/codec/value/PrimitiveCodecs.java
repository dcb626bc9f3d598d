package dev.cairn.codec.value;

import dev.cairn.codec.PrimitiveFormat;

/** The codecs of primitives; {@link LeafCodec#boxed} makes those of their boxes. */
public final class PrimitiveCodecs {
    public static final LeafCodec<Boolean> BOOLEAN = LeafCodec.primitive(
            "bool",
            "boolean",
            Boolean.class,
            () -> new LeafCodec.Body<>(
                    PrimitiveFormat::writeBoolean, PrimitiveFormat::readBoolean, PrimitiveCodecs::parseBoolean));
    public static final LeafCodec<Byte> BYTE = LeafCodec.primitive(
            "i8",
            "byte",
            Byte.class,
            () -> new LeafCodec.Body<>(PrimitiveFormat::writeByte, PrimitiveFormat::readByte, scalar ->
                    (byte) Numbers.integer(scalar, "byte", Byte.MIN_VALUE, Byte.MAX_VALUE)));
    public static final LeafCodec<Short> SHORT = LeafCodec.primitive(
            "i16",
            "short",
            Short.class,
            () -> new LeafCodec.Body<>(PrimitiveFormat::writeShort, PrimitiveFormat::readShort, scalar ->
                    (short) Numbers.integer(scalar, "short", Short.MIN_VALUE, Short.MAX_VALUE)));
    public static final LeafCodec<Character> CHAR = LeafCodec.primitive(
            "char",
            "char",
            Character.class,
            () -> new LeafCodec.Body<>(
                    PrimitiveFormat::writeChar, PrimitiveFormat::readChar, PrimitiveCodecs::parseChar));
    public static final LeafCodec<Integer> INT = LeafCodec.primitive(
            "i32",
            "int",
            Integer.class,
            () -> new LeafCodec.Body<>(PrimitiveFormat::writeInt, PrimitiveFormat::readInt, scalar ->
                    (int) Numbers.integer(scalar, "int", Integer.MIN_VALUE, Integer.MAX_VALUE)));
    public static final LeafCodec<Long> LONG = LeafCodec.primitive(
            "i64",
            "long",
            Long.class,
            () -> new LeafCodec.Body<>(
                    PrimitiveFormat::writeLong,
                    PrimitiveFormat::readLong,
                    scalar -> Numbers.integer(scalar, "long", Long.MIN_VALUE, Long.MAX_VALUE)));
    public static final LeafCodec<Float> FLOAT = LeafCodec.primitive(
            "f32",
            "float",
            Float.class,
            () -> new LeafCodec.Body<>(
                    PrimitiveFormat::writeFloat, PrimitiveFormat::readFloat, Numbers::singlePrecision));
    public static final LeafCodec<Double> DOUBLE = LeafCodec.primitive(
            "f64",
            "double",
            Double.class,
            () -> new LeafCodec.Body<>(PrimitiveFormat::writeDouble, PrimitiveFormat::readDouble, Numbers::floating));

    private PrimitiveCodecs() {}

    private static boolean parseBoolean(Object scalar) {
        return switch (scalar.toString()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static char parseChar(Object scalar) {
        String text = (String) scalar;
        if (text.length() != 1) {
            throw new IllegalArgumentException("not one character");
        }
        return text.charAt(0);
    }
}
