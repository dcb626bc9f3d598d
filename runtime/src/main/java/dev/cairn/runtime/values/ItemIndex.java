package dev.cairn.runtime.values;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.runtime.ForeachException;
import dev.cairn.runtime.internal.ByteSize;
import dev.cairn.runtime.internal.CairnVersion;
import dev.cairn.runtime.internal.Encoding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * The elements of a foreach, each encoded on its own, so that a task decodes its own element and no other. Immutable and
 * thread-safe.
 *
 * <p>The format, all numbers big-endian: a byte with the version 0; a byte, 1 if the elements are the numbers from 0, of which
 * nothing is stored, else 0; the number of elements as an int. Then, unless they are such numbers: the 32 bytes of the hash
 * of their schema; for each element an int that says where it ends, counted from the end of these ints; the encoded elements,
 * without headers.
 *
 * <p>In memory they lie in several arrays: one that had to grow would need three times their bytes for a moment.
 */
@SuppressWarnings("ByteBufferBackingArray") // of buffers that are made here, from arrays
public final class ItemIndex {
    private static final byte VERSION = 0;
    private static final int COUNT_AT = 2;
    private static final int SCHEMA_AT = 6;
    private static final int SCHEMA_SIZE = 32;
    private static final int ENDS_AT = SCHEMA_AT + SCHEMA_SIZE;

    /** With so many bytes an array of elements is closed. */
    private static final int SEGMENT = 1 << 20;

    private final ByteBuffer head;
    private final int count;
    private final List<Segment> segments;

    /**
     * Some elements, each of them whole.
     *
     * @param start where they begin, counted from the first element
     */
    private record Segment(int start, byte[] bytes, int offset, int length) {
        int end() {
            return start + length;
        }
    }

    private ItemIndex(ByteBuffer head, List<Segment> segments) {
        this.head = head;
        this.count = head.getInt(COUNT_AT);
        this.segments = segments;
    }

    /** The index of the numbers from 0 to {@code count} minus one. */
    public static ItemIndex range(int count) {
        return new ItemIndex(
                ByteBuffer.allocate(SCHEMA_AT).put(VERSION).put((byte) 1).putInt(count), List.of());
    }

    /**
     * The index of these elements.
     *
     * @throws dev.cairn.codec.CodecException if one cannot be stored
     * @throws ForeachException if they have more bytes than an index can count
     */
    public static ItemIndex of(ArtifactCodec<?> codec, Iterator<?> elements) {
        return of(codec, elements, Integer.MAX_VALUE);
    }

    /** For tests: with another number of bytes that it can count. */
    static ItemIndex of(ArtifactCodec<?> codec, Iterator<?> elements, int most) {
        List<Segment> segments = new ArrayList<>();
        int[] ends = new int[16];
        int count = 0;
        int start = 0;
        try (Output output = new Output(1 << 10, -1)) {
            while (elements.hasNext()) {
                Encoding.writePayload(codec, elements.next(), output);
                if (output.position() > most - start) {
                    throw new ForeachException("the elements of a foreach take more than " + ByteSize.text(most)
                            + ". Fan out over keys or indexes, and read large values in the tasks.");
                }
                ends = count == ends.length ? Arrays.copyOf(ends, 2 * count) : ends;
                ends[count++] = start + output.position();
                if (output.position() >= SEGMENT || !elements.hasNext()) {
                    segments.add(new Segment(start, output.toBytes(), 0, output.position()));
                    start += output.position();
                    output.reset();
                }
            }
        }
        ByteBuffer head = ByteBuffer.allocate(ENDS_AT + Integer.BYTES * count);
        head.put(VERSION).put((byte) 0).putInt(count).put(codec.schema().hash());
        head.asIntBuffer().put(ends, 0, count);
        return new ItemIndex(head, List.copyOf(segments));
    }

    /**
     * The index that {@link #writeTo} wrote.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ItemIndex parse(byte[] bytes) {
        if (bytes.length < SCHEMA_AT || bytes[0] != VERSION) {
            throw new IllegalArgumentException("the elements of a foreach are stored in a form that Cairn "
                    + CairnVersion.current() + " does not support. Upgrade Cairn.");
        }
        ByteBuffer content = ByteBuffer.wrap(bytes);
        int count = content.getInt(COUNT_AT);
        boolean isRange = bytes[1] == 1;
        long dataAt = ENDS_AT + (long) Integer.BYTES * count;
        if (count < 0 || !isRange && dataAt > bytes.length) {
            throw damaged();
        } else if (isRange) {
            return range(count);
        }
        int length = (int) (bytes.length - dataAt);
        return new ItemIndex(content.limit((int) dataAt), List.of(new Segment(0, bytes, (int) dataAt, length)));
    }

    /** The number of elements. */
    public int count() {
        return count;
    }

    /** Whether the elements are the numbers from 0, of which nothing is stored. */
    public boolean isRange() {
        return head.get(1) == 1;
    }

    /** The hash of the schema of the elements. */
    byte[] schemaHash() {
        requireStored();
        return Arrays.copyOfRange(head.array(), SCHEMA_AT, ENDS_AT);
    }

    /** The encoded element at {@code index}, without a header. */
    Input payload(int index) {
        requireStored();
        Objects.checkIndex(index, count);
        int start = index == 0 ? 0 : end(index - 1);
        int end = end(index);
        Segment segment = segment(start);
        if (start < segment.start() || end < start || end > segment.end()) {
            throw damaged();
        }
        return new Input(segment.bytes(), segment.offset() + start - segment.start(), end - start);
    }

    /** The last one that begins there or before. */
    private Segment segment(int start) {
        int low = 0;
        int high = segments.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (segments.get(middle).start() <= start) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return segments.get(low);
    }

    /** The number of bytes of what is stored. */
    public long size() {
        return head.limit() + segments.stream().mapToLong(Segment::length).sum();
    }

    /** Writes what is stored. */
    public void writeTo(OutputStream output) throws IOException {
        output.write(head.array(), 0, head.limit());
        for (Segment segment : segments) {
            output.write(segment.bytes(), segment.offset(), segment.length());
        }
    }

    private int end(int index) {
        return head.getInt(ENDS_AT + Integer.BYTES * index);
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
