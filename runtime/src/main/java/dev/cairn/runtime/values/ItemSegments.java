package dev.cairn.runtime.values;

import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.datastore.Address;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** The segments of the elements of a foreach, each at hand or to be read when an element of it is asked for. Thread-safe. */
final class ItemSegments {
    /** For each segment, how many elements there are up to its end. */
    private final int[] ends;

    private final Source source;

    private ItemSegments(int[] ends, Source source) {
        this.ends = ends;
        this.source = source;
    }

    /** Where segments come from. */
    @FunctionalInterface
    private interface Source {
        ItemSegment segment(int number);
    }

    /** Does something with a segment. */
    @FunctionalInterface
    interface Use {
        void use(int end, ItemSegment segment);
    }

    static ItemSegments of(List<ItemSegment> segments) {
        int[] ends = segments.stream().mapToInt(ItemSegment::count).toArray();
        Arrays.parallelPrefix(ends, Integer::sum);
        return new ItemSegments(ends, segments::get);
    }

    /**
     * Segments that are stored. Those that were read are kept while the heap has room.
     *
     * @throws IllegalArgumentException if the ends are not in order
     */
    static ItemSegments stored(int[] ends, Address[] addresses, Function<Address, byte[]> blobs) {
        for (int i = 0; i < ends.length; i++) {
            if (ends[i] <= start(ends, i)) {
                throw ItemIndex.damaged();
            }
        }
        AtomicReferenceArray<SoftReference<ItemSegment>> read = new AtomicReferenceArray<>(ends.length);
        return new ItemSegments(ends, number -> {
            SoftReference<ItemSegment> reference = read.get(number);
            ItemSegment known = reference == null ? null : reference.get();
            if (known == null) {
                int count = ends[number] - start(ends, number);
                known = ItemSegment.parse(blobs.apply(addresses[number]), 0, count);
                read.set(number, new SoftReference<>(known));
            }
            return known;
        });
    }

    private static int start(int[] ends, int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    /** The number of segments. */
    int count() {
        return ends.length;
    }

    /** The encoded element of this number, one that there is. */
    Input payload(int index) {
        int found = Arrays.binarySearch(ends, index + 1);
        int number = found >= 0 ? found : -found - 1;
        return source.segment(number).payload(index - start(ends, number));
    }

    /** The number of bytes of all segments. */
    long size() {
        long size = 0;
        for (int i = 0; i < ends.length; i++) {
            size += source.segment(i).size();
        }
        return size;
    }

    /** Writes all segments, one after the other. */
    void writeTo(OutputStream output) throws IOException {
        for (int i = 0; i < ends.length; i++) {
            source.segment(i).writeTo(output);
        }
    }

    /** Shows each segment, with how many elements there are up to its end. */
    void forEach(Use use) {
        for (int i = 0; i < ends.length; i++) {
            use.use(ends[i], source.segment(i));
        }
    }
}
