package dev.cairn.codec;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of a struct's fields as they were found in an older artifact or in a tree, by position in today's struct. A field
 * that was not there has Java's default; {@link #has} tells. Confined to one thread.
 */
public final class FieldValues {
    private final @Nullable Object[] values;
    private final BitSet present = new BitSet();

    FieldValues(int size) {
        this.values = new Object[size];
    }

    void set(int field, @Nullable Object value) {
        values[field] = value;
        present.set(field);
    }

    /** Whether the field was there; true also if it was null. */
    public boolean has(int field) {
        return present.get(field);
    }

    /** The value of a field of a reference type; null if it was not there. */
    @SuppressWarnings("unchecked") // the field's codec has made it
    public <V> @Nullable V at(int field) {
        return (V) values[field];
    }

    /** The value of a field; false if it was not there. */
    public boolean booleanAt(int field) {
        return has(field) && (boolean) value(field);
    }

    /** The value of a field; 0 if it was not there. */
    public byte byteAt(int field) {
        return has(field) ? (byte) value(field) : 0;
    }

    /** The value of a field; 0 if it was not there. */
    public short shortAt(int field) {
        return has(field) ? (short) value(field) : 0;
    }

    /** The value of a field; 0 if it was not there. */
    public char charAt(int field) {
        return has(field) ? (char) value(field) : 0;
    }

    /** The value of a field; 0 if it was not there. */
    public int intAt(int field) {
        return has(field) ? (int) value(field) : 0;
    }

    /** The value of a field; 0 if it was not there. */
    public long longAt(int field) {
        return has(field) ? (long) value(field) : 0;
    }

    /** The value of a field; 0 if it was not there. */
    public float floatAt(int field) {
        return has(field) ? (float) value(field) : 0;
    }

    /** The value of a field; 0 if it was not there. */
    public double doubleAt(int field) {
        return has(field) ? (double) value(field) : 0;
    }

    private Object value(int field) {
        Object value = values[field];
        if (value == null) {
            throw new IllegalStateException("field " + field + " is of a primitive type, but its value is null");
        }
        return value;
    }
}
