package dev.cairn.codec;

import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values of the fields of a struct, as found in an older artifact or in a tree, by position in the current struct. A field that was
 * not found, and for which {@code @Default} has no value, is null or an empty {@code Optional}. For a primitive type, it is an
 * exception instead, because nobody would notice a zero that was never written. Not thread-safe.
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

    /** Whether the field was found, even if it was null, or has a value from {@code @Default}. */
    public boolean has(int field) {
        return present.get(field);
    }

    /** The value of a field of a reference type; null, or an empty {@code Optional}, if it was not found. */
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
     * Reports the value that the constructor gave to a field that was not found and that is not a parameter of the constructor. If it is
     * false, the field counts as having no value, unless {@code @Default} has one.
     */
    public void kept(int field, boolean value) {
        requireInitialised(field, value);
    }

    /** The same for a number: zero counts as no value, unless {@code @Default} has one. */
    public void kept(int field, long value) {
        requireInitialised(field, value != 0);
    }

    /** The same for a floating-point number. */
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
