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

    /**
     * {@return whether the field was found, even if it was null, or has a value from {@code @Default}}
     *
     * @param field the position of the field in the struct, from 0
     */
    public boolean has(int field) {
        return present.get(field);
    }

    /**
     * {@return the value of a field of a reference type; null, or an empty {@code Optional}, if it was not found}
     *
     * @param <V> the type of the field
     * @param field the position of the field in the struct, from 0
     */
    @SuppressWarnings("unchecked") // the field's codec has made it
    public <V> @Nullable V at(int field) {
        return (V)
                (has(field)
                        ? values[field]
                        : fields().get(field).codec().resolved().nothing());
    }

    /**
     * {@return the value of a field of type {@code boolean}; if it was not found, the value of {@code @Default}}
     *
     * @param field the position of the field in the struct, from 0
     * @throws CodecException if the field was not found, and has no default
     */
    public boolean booleanAt(int field) {
        return (boolean) value(field);
    }

    /**
     * {@return the value of a field of type {@code byte}; if it was not found, the value of {@code @Default}}
     *
     * @param field the position of the field in the struct, from 0
     * @throws CodecException if the field was not found, and has no default
     */
    public byte byteAt(int field) {
        return (byte) value(field);
    }

    /**
     * {@return the value of a field of type {@code short}; if it was not found, the value of {@code @Default}}
     *
     * @param field the position of the field in the struct, from 0
     * @throws CodecException if the field was not found, and has no default
     */
    public short shortAt(int field) {
        return (short) value(field);
    }

    /**
     * {@return the value of a field of type {@code char}; if it was not found, the value of {@code @Default}}
     *
     * @param field the position of the field in the struct, from 0
     * @throws CodecException if the field was not found, and has no default
     */
    public char charAt(int field) {
        return (char) value(field);
    }

    /**
     * {@return the value of a field of type {@code int}; if it was not found, the value of {@code @Default}}
     *
     * @param field the position of the field in the struct, from 0
     * @throws CodecException if the field was not found, and has no default
     */
    public int intAt(int field) {
        return (int) value(field);
    }

    /**
     * {@return the value of a field of type {@code long}; if it was not found, the value of {@code @Default}}
     *
     * @param field the position of the field in the struct, from 0
     * @throws CodecException if the field was not found, and has no default
     */
    public long longAt(int field) {
        return (long) value(field);
    }

    /**
     * {@return the value of a field of type {@code float}; if it was not found, the value of {@code @Default}}
     *
     * @param field the position of the field in the struct, from 0
     * @throws CodecException if the field was not found, and has no default
     */
    public float floatAt(int field) {
        return (float) value(field);
    }

    /**
     * {@return the value of a field of type {@code double}; if it was not found, the value of {@code @Default}}
     *
     * @param field the position of the field in the struct, from 0
     * @throws CodecException if the field was not found, and has no default
     */
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
     *
     * @param field the position of the field in the struct, from 0
     * @param value what the constructor gave it
     * @throws CodecException if the field of a stored value has no value
     */
    public void kept(int field, boolean value) {
        requireInitialised(field, value);
    }

    /**
     * The same for a number: zero counts as no value, unless {@code @Default} has one.
     *
     * @param field the position of the field in the struct, from 0
     * @param value what the constructor gave it
     * @throws CodecException if the field of a stored value has no value
     */
    public void kept(int field, long value) {
        requireInitialised(field, value != 0);
    }

    /**
     * The same for a floating-point number.
     *
     * @param field the position of the field in the struct, from 0
     * @param value what the constructor gave it
     * @throws CodecException if the field of a stored value has no value
     */
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
