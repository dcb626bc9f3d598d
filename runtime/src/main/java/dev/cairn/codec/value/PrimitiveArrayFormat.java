package dev.cairn.codec.value;

import java.nio.ByteBuffer;

/**
 * How the elements of an array of primitives lie in a buffer: little-endian, one byte to a boolean, one NaN.
 *
 * @param <A> the array
 */
interface PrimitiveArrayFormat<A> {
    /** The codec of an element that stands alone. */
    LeafCodec<?> element();

    /** The number of bytes of an element. */
    int elementSize();

    A create(int length);

    int length(A array);

    /** An array of another length with the same first elements. */
    A resize(A array, int length);

    /** Copies elements into {@code buffer}, whose order is little-endian; its position does not matter afterwards. */
    void put(A array, int from, int count, ByteBuffer buffer);

    /** Copies elements out of {@code buffer}, whose order is little-endian; its position does not matter afterwards. */
    void get(ByteBuffer buffer, A array, int from, int count);
}
