package dev.cairn.runtime.values;

import com.esotericsoftware.kryo.kryo5.io.Input;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Some elements of a foreach that lie together, each encoded on its own. Immutable and thread-safe.
 *
 * <p>The format: for each element a big-endian int that says where it ends, counted from the end of these ints; the encoded elements,
 * without headers.
 *
 * @param ends the ints
 * @param bytes an array with the elements
 * @param offset where they begin in it
 * @param length how many bytes they have
 */
record ItemSegment(ByteBuffer ends, byte[] bytes, int offset, int length) {
    /**
     * The segment of so many elements that {@link #writeTo} wrote, from an offset to the end of the bytes.
     *
     * @throws IllegalArgumentException if it is none
     */
    static ItemSegment parse(byte[] bytes, int offset, int count) {
        long data = offset + (long) Integer.BYTES * count;
        if (count < 0 || data > bytes.length) {
            throw ItemIndex.damaged();
        }
        ByteBuffer ends = ByteBuffer.wrap(bytes, offset, (int) data - offset).slice();
        int length = bytes.length - (int) data;
        if ((count == 0 ? 0 : ends.getInt(ends.limit() - Integer.BYTES)) != length) {
            throw ItemIndex.damaged();
        }
        return new ItemSegment(ends, bytes, (int) data, length);
    }

    /** The number of elements. */
    int count() {
        return ends.limit() / Integer.BYTES;
    }

    /** One of them. */
    Input payload(int index) {
        int start = index == 0 ? 0 : end(index - 1);
        int end = end(index);
        if (start < 0 || end < start || end > length) {
            throw ItemIndex.damaged();
        }
        return new Input(bytes, offset + start, end - start);
    }

    private int end(int index) {
        return ends.getInt(Integer.BYTES * index);
    }

    /** The number of bytes that {@link #writeTo} writes. */
    long size() {
        return (long) ends.limit() + length;
    }

    void writeTo(OutputStream output) throws IOException {
        output.write(ends.array(), ends.arrayOffset(), ends.limit());
        output.write(bytes, offset, length);
    }
}
