package dev.cairn.runtime;

import dev.cairn.codec.ArtifactCodec;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;

/**
 * The elements of a foreach, each encoded on its own, so that a task decodes its own element and no other. Immutable and
 * thread-safe.
 *
 * <p>The format, all numbers big-endian: a byte with the version 0; the number of elements as an int; the length of the first
 * element's encoding as an int, -1 where the elements are the numbers from 0 and nothing follows; that encoding; the end of
 * each element, counted from the end of this table, as an int; the elements. An element is a byte with the number of bytes
 * (at most 127) that its encoding has in common with the start of the first one, then the other bytes. So the header that all
 * encodings share is stored once.
 */
public final class ItemIndex {
    private static final byte VERSION = 0;
    private static final int FIXED = 9;
    private static final int RANGE = -1;
    private static final int LONGEST_SHARED = 127;

    private final ByteBuffer content;
    private final int count;
    private final int firstLength;

    private ItemIndex(ByteBuffer content) {
        this.content = content;
        this.count = content.getInt(1);
        this.firstLength = content.getInt(5);
    }

    /** The index of the numbers from 0 to {@code count} minus one. */
    public static ItemIndex range(int count) {
        return new ItemIndex(
                ByteBuffer.allocate(FIXED).put(VERSION).putInt(count).putInt(RANGE));
    }

    /**
     * The index of these elements.
     *
     * @throws dev.cairn.codec.CodecException if one cannot be stored
     */
    public static ItemIndex of(ArtifactCodec<?> codec, Iterator<?> elements) {
        byte[] first = new byte[0];
        int[] ends = new int[16];
        int count = 0;
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        while (elements.hasNext()) {
            byte[] bytes = Encoding.of(codec, elements.next()).bytes();
            first = count == 0 ? bytes : first;
            int shared = shared(first, bytes);
            data.write(shared);
            data.write(bytes, shared, bytes.length - shared);
            ends = count == ends.length ? Arrays.copyOf(ends, 2 * count) : ends;
            ends[count++] = data.size();
        }
        ByteBuffer content = ByteBuffer.allocate(FIXED + first.length + Integer.BYTES * count + data.size());
        content.put(VERSION).putInt(count).putInt(first.length).put(first);
        for (int i = 0; i < count; i++) {
            content.putInt(ends[i]);
        }
        return new ItemIndex(content.put(data.toByteArray()));
    }

    /**
     * The index that {@link #toBytes()} wrote.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ItemIndex parse(byte[] bytes) {
        if (bytes.length < FIXED || bytes[0] != VERSION) {
            throw new IllegalArgumentException("the elements of a foreach were stored in a format that this version of Cairn"
                    + " does not know. Read them with a newer one.");
        }
        return new ItemIndex(ByteBuffer.wrap(bytes));
    }

    /** The number of elements. */
    public int count() {
        return count;
    }

    /** Whether the elements are the numbers from 0, of which nothing is stored. */
    public boolean isRange() {
        return firstLength == RANGE;
    }

    /**
     * The encoding of an element.
     *
     * @throws IllegalStateException if this is a range
     */
    public byte[] encoded(int index) {
        if (isRange()) {
            throw new IllegalStateException("the elements of a range are not stored");
        }
        Objects.checkIndex(index, count);
        try {
            int start = index == 0 ? 0 : end(index - 1);
            int data = FIXED + firstLength + Integer.BYTES * count + start;
            int shared = content.get(data);
            byte[] bytes = new byte[shared + end(index) - start - 1];
            content.get(FIXED, bytes, 0, shared);
            content.get(data + 1, bytes, shared, bytes.length - shared);
            return bytes;
        } catch (BufferUnderflowException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("the stored elements of a foreach are damaged", e);
        }
    }

    /** What is stored; not to be modified. */
    public byte[] toBytes() {
        return content.array();
    }

    private int end(int index) {
        return content.getInt(FIXED + firstLength + Integer.BYTES * index);
    }

    private static int shared(byte[] first, byte[] bytes) {
        int mismatch = Arrays.mismatch(first, bytes);
        return Math.min(LONGEST_SHARED, mismatch < 0 ? bytes.length : mismatch);
    }
}
