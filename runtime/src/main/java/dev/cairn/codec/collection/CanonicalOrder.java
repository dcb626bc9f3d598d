package dev.cairn.codec.collection;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.UnsupportedValueException;
import dev.cairn.codec.internal.PathText;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/**
 * The order of what has none: elements, or keys, sorted by their encoded bytes, compared as unsigned numbers. Equal sets and
 * maps become equal bytes by it, whatever their capacity, history and hash seed.
 */
final class CanonicalOrder {
    private final byte[] bytes;
    private final Range[] ranges;

    private CanonicalOrder(byte[] bytes, Range[] ranges) {
        this.bytes = bytes;
        this.ranges = ranges;
    }

    /** Encodes {@code elements} into {@code scratch} and sorts them. */
    static <E> CanonicalOrder of(Kryo kryo, Output scratch, ArtifactCodec<E> codec, Collection<? extends E> elements) {
        Range[] ranges = new Range[elements.size()];
        int count = 0;
        for (E element : elements) {
            int start = scratch.position();
            try {
                codec.write(kryo, scratch, element);
            } catch (CodecException e) {
                throw e.inside(codec, "element " + PathText.of(element));
            }
            if (count == ranges.length) {
                throw new UnsupportedValueException("the collection changed while it was stored");
            }
            ranges[count] = new Range(count++, start, scratch.position());
        }
        byte[] bytes = scratch.getBuffer();
        Range[] sorted = count == ranges.length ? ranges : Arrays.copyOf(ranges, count);
        Arrays.sort(sorted, comparator(bytes));
        return new CanonicalOrder(bytes, sorted).withoutDuplicates();
    }

    private static Comparator<Range> comparator(byte[] bytes) {
        return (one, other) -> Arrays.compareUnsigned(bytes, one.start, one.end, bytes, other.start, other.end);
    }

    private CanonicalOrder withoutDuplicates() {
        Comparator<Range> comparator = comparator(bytes);
        for (int i = 1; i < ranges.length; i++) {
            if (comparator.compare(ranges[i - 1], ranges[i]) == 0) {
                throw new UnsupportedValueException(
                        "two elements or keys are different to the collection, but equal when stored; an identity map"
                                + " or set cannot be stored");
            }
        }
        return this;
    }

    int size() {
        return ranges.length;
    }

    /** Which element comes at {@code place}, as a number in the order of iteration. */
    int element(int place) {
        return ranges[place].index;
    }

    /** Writes the bytes of the element at {@code place}. */
    void write(Output output, int place) {
        output.writeBytes(bytes, ranges[place].start, ranges[place].end - ranges[place].start);
    }

    private record Range(int index, int start, int end) {}
}
