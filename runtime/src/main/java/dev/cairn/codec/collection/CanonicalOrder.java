package dev.cairn.codec.collection;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.UnsupportedValueException;
import dev.cairn.codec.internal.PathText;
import java.util.Arrays;
import java.util.Collection;

/**
 * The order of what has none: elements, or keys, sorted by their encoded bytes, compared as unsigned numbers. Equal sets and
 * maps become equal bytes by it, whatever their capacity, history and hash seed.
 */
final class CanonicalOrder {
    private final byte[] bytes;
    private final SortedRanges ranges;

    private CanonicalOrder(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ranges = new SortedRanges(bytes, ends);
    }

    /** Encodes {@code elements} into {@code scratch} and sorts them. */
    static <E> CanonicalOrder of(Kryo kryo, Output scratch, ArtifactCodec<E> codec, Collection<? extends E> elements) {
        int[] ends = new int[elements.size()];
        int count = 0;
        for (E element : elements) {
            try {
                codec.write(kryo, scratch, element);
            } catch (CodecException e) {
                throw e.inside(codec, "element " + PathText.of(element));
            }
            if (count == ends.length) {
                throw new UnsupportedValueException("the collection changed while it was stored");
            }
            ends[count++] = scratch.position();
        }
        return new CanonicalOrder(scratch.getBuffer(), count == ends.length ? ends : Arrays.copyOf(ends, count));
    }

    int size() {
        return ranges.size();
    }

    /** Which element comes at {@code place}, as a number in the order of iteration. */
    int element(int place) {
        return ranges.at(place);
    }

    /** Writes the bytes of the element at {@code place}. */
    void write(Output output, int place) {
        int range = ranges.at(place);
        output.writeBytes(bytes, ranges.start(range), ranges.length(range));
    }
}
