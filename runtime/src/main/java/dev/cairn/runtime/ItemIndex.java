package dev.cairn.runtime;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;

/**
 * The elements of a foreach, each encoded on its own, so that a task decodes its own element and no other. Immutable and
 * thread-safe.
 *
 * <p>The format, all numbers big-endian: a byte with the version 0; a byte, 1 if the elements are the numbers from 0, of which
 * nothing is stored, else 0; the number of elements as an int. Then, unless they are such numbers: the 32 bytes of the hash
 * of their schema; for each element an int that says where it ends, counted from the end of these ints; the encoded elements,
 * without headers.
 */
public final class ItemIndex {
    private static final byte VERSION = 0;
    private static final int COUNT_AT = 2;
    private static final int SCHEMA_AT = 6;
    private static final int SCHEMA_SIZE = 32;
    private static final int ENDS_AT = SCHEMA_AT + SCHEMA_SIZE;

    private final byte[] bytes;
    private final ByteBuffer content;
    private final int count;

    private ItemIndex(byte[] bytes) {
        this.bytes = bytes;
        this.content = ByteBuffer.wrap(bytes);
        this.count = content.getInt(COUNT_AT);
    }

    /** The index of the numbers from 0 to {@code count} minus one. */
    public static ItemIndex range(int count) {
        return new ItemIndex(ByteBuffer.allocate(SCHEMA_AT)
                .put(VERSION)
                .put((byte) 1)
                .putInt(count)
                .array());
    }

    /**
     * The index of these elements.
     *
     * @throws dev.cairn.codec.CodecException if one cannot be stored
     */
    public static ItemIndex of(ArtifactCodec<?> codec, Iterator<?> elements) {
        try (Output output = new Output(1 << 10, -1)) {
            int[] ends = new int[16];
            int count = 0;
            while (elements.hasNext()) {
                Encoding.writePayload(codec, elements.next(), output);
                ends = count == ends.length ? Arrays.copyOf(ends, 2 * count) : ends;
                ends[count++] = output.position();
            }
            ByteBuffer content = ByteBuffer.allocate(ENDS_AT + Integer.BYTES * count + output.position());
            content.put(VERSION).put((byte) 0).putInt(count).put(codec.schema().hash());
            for (int i = 0; i < count; i++) {
                content.putInt(ends[i]);
            }
            return new ItemIndex(
                    content.put(output.getBuffer(), 0, output.position()).array());
        }
    }

    /**
     * The index that {@link #toBytes()} wrote.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ItemIndex parse(byte[] bytes) {
        if (bytes.length < SCHEMA_AT || bytes[0] != VERSION) {
            throw new IllegalArgumentException("the elements of a foreach are stored in a form that Cairn "
                    + CairnVersion.current() + " does not know. Read them with a newer version.");
        }
        ItemIndex index = new ItemIndex(bytes);
        if (index.count < 0 || !index.isRange() && index.dataAt() > bytes.length) {
            throw damaged();
        }
        return index;
    }

    /** The number of elements. */
    public int count() {
        return count;
    }

    /** Whether the elements are the numbers from 0, of which nothing is stored. */
    public boolean isRange() {
        return bytes[1] == 1;
    }

    /** The hash of the schema of the elements. */
    byte[] schemaHash() {
        requireStored();
        return Arrays.copyOfRange(bytes, SCHEMA_AT, ENDS_AT);
    }

    /** The encoded element at {@code index}, without a header. */
    Input payload(int index) {
        requireStored();
        Objects.checkIndex(index, count);
        long start = dataAt() + (index == 0 ? 0 : end(index - 1));
        long end = dataAt() + end(index);
        if (start < dataAt() || end < start || end > bytes.length) {
            throw damaged();
        }
        return new Input(bytes, (int) start, (int) (end - start));
    }

    /** What is stored; not to be modified. */
    public byte[] toBytes() {
        return bytes;
    }

    private long dataAt() {
        return ENDS_AT + (long) Integer.BYTES * count;
    }

    private long end(int index) {
        return content.getInt(ENDS_AT + Integer.BYTES * index);
    }

    private void requireStored() {
        if (isRange()) {
            throw new IllegalStateException("the elements of a range are not stored");
        }
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("the stored elements of a foreach are damaged");
    }
}
