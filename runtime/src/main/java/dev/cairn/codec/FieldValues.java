package dev.cairn.codec;

import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values of a struct's fields as they were found in an older artifact or in a tree, by position in today's struct. A field
 * that was not there, and for which {@code @Default} gives no value, is null or an empty {@code Optional}; of a primitive type it
 * is an exception, because a zero that nobody wrote would go unnoticed. Confined to one thread.
 */
public final class FieldValues {
    private final StructCodec<?> codec;
    private final Function<StructField, CodecException> missingPrimitive;
    private final boolean requireKept;
    private final @Nullable Object[] values;
    private final BitSet present = new BitSet();

    private FieldValues(
            StructCodec<?> codec, Function<StructField, CodecException> missingPrimitive, boolean requireKept) {
        this.codec = codec;
        this.missingPrimitive = missingPrimitive;
        this.requireKept = requireKept;
        this.values = new Object[codec.fields().size()];
    }

    /** For values that were stored. */
    static FieldValues ofStored(StructCodec<?> codec) {
        return new FieldValues(
                codec,
                field -> MissingField.primitive(field).inside(codec, codec.simpleName() + "." + field.name()),
                true);
    }

    /** For values that somebody writes today, who may rely on what the class says of its fields. */
    static FieldValues ofTree(StructCodec<?> codec) {
        return new FieldValues(
                codec,
                field -> new TreeConversionException(
                        "field `" + field.name() + "` of " + codec.simpleName() + " is missing"),
                false);
    }

    void set(int field, @Nullable Object value) {
        values[field] = value;
        present.set(field);
    }

    /** Whether the field was there, or is given a value by {@code @Default}; true also if it was null. */
    public boolean has(int field) {
        return present.get(field);
    }

    /** The value of a field of a reference type; null, or an empty {@code Optional}, if it was not there. */
    @SuppressWarnings("unchecked") // the field's codec has made it
    public <V> @Nullable V at(int field) {
        return (V)
                (has(field)
                        ? values[field]
                        : fields().get(field).codec().resolved().nothing());
    }

    /** The value of a field. */
    public boolean booleanAt(int field) {
        return (boolean) value(field);
    }

    /** The value of a field. */
    public byte byteAt(int field) {
        return (byte) value(field);
    }

    /** The value of a field. */
    public short shortAt(int field) {
        return (short) value(field);
    }

    /** The value of a field. */
    public char charAt(int field) {
        return (char) value(field);
    }

    /** The value of a field. */
    public int intAt(int field) {
        return (int) value(field);
    }

    /** The value of a field. */
    public long longAt(int field) {
        return (long) value(field);
    }

    /** The value of a field. */
    public float floatAt(int field) {
        return (float) value(field);
    }

    /** The value of a field. */
    public double doubleAt(int field) {
        return (double) value(field);
    }

    private Object value(int field) {
        if (!has(field)) {
            throw missingPrimitive.apply(fields().get(field));
        }
        Object value = values[field];
        if (value == null) {
            throw new IllegalStateException("field " + field + " is of a primitive type, but its value is null");
        }
        return value;
    }

    /**
     * Of a field that was not there and that the constructor does not take: what the constructor made it. False counts as: nothing
     * says what the field is, unless {@code @Default} does.
     */
    public void kept(int field, boolean value) {
        requireInitialised(field, value);
    }

    /** The same of a number; zero counts as: nothing says what the field is, unless {@code @Default} does. */
    public void kept(int field, long value) {
        requireInitialised(field, value != 0);
    }

    /** The same of a floating-point number. */
    public void kept(int field, double value) {
        requireInitialised(field, value != 0);
    }

    private void requireInitialised(int field, boolean initialised) {
        if (requireKept && !initialised && !fields().get(field).hasDefault()) {
            throw missingPrimitive.apply(fields().get(field));
        }
    }

    private List<StructField> fields() {
        return codec.fields();
    }
}
