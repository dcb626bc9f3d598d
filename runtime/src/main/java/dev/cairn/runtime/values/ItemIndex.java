package dev.cairn.runtime.values;

import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobContent;
import dev.cairn.runtime.internal.CairnVersion;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The elements of a foreach, each encoded on its own, so that a task decodes its own element and no other, and reads few others.
 * Immutable and thread-safe.
 *
 * <p>The format, all numbers big-endian: a byte with the version, 0 or 1; a byte, 1 if the elements are the numbers from 0, of which
 * nothing is stored, else 0; the number of elements as an int. Then, unless they are such numbers, the 32 bytes of the hash of their
 * schema. Then in version 0 the elements, as {@link ItemSegment} writes them. In version 1 they lie in several segments, each a blob of
 * its own that nothing else refers to; for each segment, an int that says how many elements there are up to its end, and the 32 bytes of
 * its address.
 */
public final class ItemIndex {
    private static final byte WHOLE = 0;
    private static final byte SEGMENTED = 1;
    private static final int COUNT_AT = 2;
    private static final int SCHEMA_AT = 6;
    private static final int ADDRESS_SIZE = 32;
    private static final int ELEMENTS_AT = SCHEMA_AT + ADDRESS_SIZE;
    private static final int ROW_SIZE = Integer.BYTES + ADDRESS_SIZE;

    private final int count;
    private final byte[] schemaHash; // empty for a range
    private final ItemSegments segments;

    private ItemIndex(int count, byte[] schemaHash, ItemSegments segments) {
        this.count = count;
        this.schemaHash = schemaHash;
        this.segments = segments;
    }

    /**
     * {@return the index of the numbers from 0 to {@code count} minus one}
     *
     * @param count the number of elements, at least 0
     */
    public static ItemIndex range(int count) {
        return new ItemIndex(count, new byte[0], ItemSegments.of(List.of()));
    }

    /**
     * {@return the index of these elements}
     *
     * @param codec the codec of the elements
     * @param elements the elements, in order; each is encoded when it is taken
     * @throws dev.cairn.codec.CodecException if one cannot be stored
     */
    public static ItemIndex of(ArtifactCodec<?> codec, Iterator<?> elements) {
        return of(codec, elements, ItemEncoder.SEGMENT);
    }

    /** For tests: with smaller segments. */
    static ItemIndex of(ArtifactCodec<?> codec, Iterator<?> elements, int segment) {
        List<ItemSegment> segments = new ItemEncoder(codec, segment).encode(elements);
        int count = segments.stream().mapToInt(ItemSegment::count).sum();
        return new ItemIndex(count, codec.schema().hash(), ItemSegments.of(segments));
    }

    /**
     * {@return the index that {@link #content} wrote}
     *
     * @param bytes what was stored; not copied
     * @param blobs reads a blob
     * @throws IllegalArgumentException if it is none
     * @throws IllegalArgumentException if {@code bytes} are not those of an index, or of a newer version of the format
     */
    public static ItemIndex parse(byte[] bytes, Function<Address, byte[]> blobs) {
        if (bytes.length < SCHEMA_AT || bytes[0] != WHOLE && bytes[0] != SEGMENTED) {
            throw new IllegalArgumentException("the elements of a foreach are stored in a form that Cairn "
                    + CairnVersion.current() + " does not support. Upgrade Cairn.");
        }
        ByteBuffer content = ByteBuffer.wrap(bytes);
        int count = content.getInt(COUNT_AT);
        boolean isRange = bytes[1] == 1;
        if (count < 0 || !(isRange ? isWholeRange(bytes) : bytes[1] == 0 && bytes.length >= ELEMENTS_AT)) {
            throw damaged();
        } else if (isRange) {
            return range(count);
        }
        byte[] schemaHash = Arrays.copyOfRange(bytes, SCHEMA_AT, ELEMENTS_AT);
        return new ItemIndex(count, schemaHash, bytes[0] == WHOLE ? whole(bytes, count) : segmented(content, blobs));
    }

    /** Nothing of a range is stored, in segments or otherwise. */
    private static boolean isWholeRange(byte[] bytes) {
        return bytes[0] == WHOLE && bytes.length == SCHEMA_AT;
    }

    private static ItemSegments whole(byte[] bytes, int count) {
        return ItemSegments.of(List.of(ItemSegment.parse(bytes, ELEMENTS_AT, count)));
    }

    /**
     * {@return the blobs that hold the elements, apart from what {@link #content} wrote; none if it holds them itself}
     *
     * @param bytes what {@link #content} wrote
     * @throws IllegalArgumentException if it is no index
     */
    public static List<Address> segments(byte[] bytes) {
        List<Address> segments = new ArrayList<>();
        parse(bytes, segment -> {
            throw new IllegalStateException("no segment is read for this");
        });
        if (bytes[0] == SEGMENTED) {
            ByteBuffer content = ByteBuffer.wrap(bytes).position(ELEMENTS_AT);
            while (content.hasRemaining()) {
                content.getInt();
                segments.add(address(content));
            }
        }
        return segments;
    }

    private static Address address(ByteBuffer content) {
        byte[] address = new byte[ADDRESS_SIZE];
        content.get(address);
        return Address.ofBytes(address);
    }

    private static ItemSegments segmented(ByteBuffer content, Function<Address, byte[]> blobs) {
        int rows = (content.limit() - ELEMENTS_AT) / ROW_SIZE;
        int[] ends = new int[rows];
        Address[] addresses = new Address[rows];
        content.position(ELEMENTS_AT);
        for (int i = 0; i < rows; i++) {
            ends[i] = content.getInt();
            addresses[i] = address(content);
        }
        if (content.hasRemaining() || rows < 2 || ends[rows - 1] != content.getInt(COUNT_AT)) {
            throw damaged();
        }
        return ItemSegments.stored(ends, addresses, blobs);
    }

    /** {@return the number of elements} */
    public int count() {
        return count;
    }

    /** {@return whether the elements are the numbers from 0, of which nothing is stored} */
    public boolean isRange() {
        return schemaHash.length == 0;
    }

    /** The hash of the schema of the elements. */
    byte[] schemaHash() {
        requireStored();
        return schemaHash.clone();
    }

    /** The encoded element at {@code index}, without a header. */
    Input payload(int index) {
        requireStored();
        Objects.checkIndex(index, count);
        return segments.payload(index);
    }

    /**
     * {@return the hash of the schema of the elements, and the encoded element at {@code index}}
     *
     * @param index the position of the element, from 0
     * @throws IllegalStateException if the elements are the numbers from 0, which are not stored
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public byte[] encoded(int index) {
        Input element = payload(index);
        int length = element.limit() - element.position();
        byte[] encoded = Arrays.copyOf(schemaHash, schemaHash.length + length);
        element.readBytes(encoded, schemaHash.length, length);
        return encoded;
    }

    private boolean isSegmented() {
        return segments.count() > 1;
    }

    /** {@return the number of bytes of {@link #content}} */
    public long size() {
        long head = (long) SCHEMA_AT + schemaHash.length;
        return head + (isSegmented() ? (long) ROW_SIZE * segments.count() : segments.size());
    }

    /**
     * {@return what is to be stored; segments have been stored when this returns}
     *
     * @param store stores a segment, if there are several, and gives its address
     */
    public BlobContent content(Function<BlobContent, Address> store) {
        ByteBuffer head = ByteBuffer.allocate(SCHEMA_AT + schemaHash.length);
        head.put(isSegmented() ? SEGMENTED : WHOLE).put((byte) (isRange() ? 1 : 0));
        head.putInt(count).put(schemaHash);
        if (!isSegmented()) {
            return output -> {
                output.write(head.array());
                segments.writeTo(output);
            };
        }
        ByteBuffer rows = ByteBuffer.allocate(ROW_SIZE * segments.count());
        segments.forEach((end, segment) ->
                rows.putInt(end).put(store.apply(segment::writeTo).toBytes()));
        return output -> {
            output.write(head.array());
            output.write(rows.array());
        };
    }

    private void requireStored() {
        if (isRange()) {
            throw new IllegalStateException("the elements of a range are not stored");
        }
    }

    static IllegalArgumentException damaged() {
        return new IllegalArgumentException("the stored elements of a foreach are damaged");
    }
}
