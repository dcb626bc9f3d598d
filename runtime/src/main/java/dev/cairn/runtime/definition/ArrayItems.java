package dev.cairn.runtime.definition;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;

/** The elements of arrays, boxed where they are primitives. */
final class ArrayItems {
    private ArrayItems() {}

    static Iterator<?> iterate(Object array) {
        if (array instanceof Object[] references) {
            return Arrays.asList(references).iterator();
        } else if (array instanceof int[] ints) {
            return Arrays.stream(ints).iterator();
        } else if (array instanceof long[] longs) {
            return Arrays.stream(longs).iterator();
        } else if (array instanceof double[] doubles) {
            return Arrays.stream(doubles).iterator();
        } else if (array instanceof float[] floats) {
            return IntStream.range(0, floats.length).mapToObj(i -> floats[i]).iterator();
        } else if (array instanceof short[] shorts) {
            return IntStream.range(0, shorts.length).mapToObj(i -> shorts[i]).iterator();
        } else if (array instanceof byte[] bytes) {
            return IntStream.range(0, bytes.length).mapToObj(i -> bytes[i]).iterator();
        } else if (array instanceof char[] chars) {
            return IntStream.range(0, chars.length).mapToObj(i -> chars[i]).iterator();
        } else if (array instanceof boolean[] booleans) {
            return IntStream.range(0, booleans.length)
                    .mapToObj(i -> booleans[i])
                    .iterator();
        }
        throw new IllegalArgumentException("not an array: " + array.getClass());
    }
}
