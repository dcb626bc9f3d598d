package dev.cairn.engine.values;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Copies and compares arrays of primitives, of which the encodings are equal if and only if {@link Arrays} calls them equal. */
final class PlainArrays {
    private PlainArrays() {}

    static boolean isOne(@Nullable Object value) {
        return value != null
                && value.getClass().isArray()
                && value.getClass().getComponentType().isPrimitive();
    }

    /** An array with the same elements. */
    static Object copy(Object array) {
        if (array instanceof double[] doubles) {
            return doubles.clone();
        } else if (array instanceof float[] floats) {
            return floats.clone();
        } else if (array instanceof long[] longs) {
            return longs.clone();
        } else if (array instanceof int[] ints) {
            return ints.clone();
        } else if (array instanceof short[] shorts) {
            return shorts.clone();
        } else if (array instanceof char[] chars) {
            return chars.clone();
        } else if (array instanceof byte[] bytes) {
            return bytes.clone();
        }
        return ((boolean[]) array).clone();
    }

    /** Whether two arrays are of one type and have the same elements; all NaNs are one, as in an artifact. */
    static boolean areEqual(Object one, @Nullable Object other) {
        if (one instanceof double[] doubles) {
            return other instanceof double[] others && Arrays.equals(doubles, others);
        } else if (one instanceof float[] floats) {
            return other instanceof float[] others && Arrays.equals(floats, others);
        } else if (one instanceof long[] longs) {
            return other instanceof long[] others && Arrays.equals(longs, others);
        } else if (one instanceof int[] ints) {
            return other instanceof int[] others && Arrays.equals(ints, others);
        } else if (one instanceof short[] shorts) {
            return other instanceof short[] others && Arrays.equals(shorts, others);
        } else if (one instanceof char[] chars) {
            return other instanceof char[] others && Arrays.equals(chars, others);
        } else if (one instanceof byte[] bytes) {
            return other instanceof byte[] others && Arrays.equals(bytes, others);
        }
        return other instanceof boolean[] others && Arrays.equals((boolean[]) one, others);
    }
}
