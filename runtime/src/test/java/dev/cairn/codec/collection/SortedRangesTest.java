package dev.cairn.codec.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.UnsupportedValueException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SortedRangesTest {
    @Test
    void anyRangesAreSortedAsUnsignedBytes() {
        for (int seed = 0; seed < 2_000; seed++) {
            assertSorted(random(new Random(seed)), "seed " + seed);
        }
    }

    /** Of few different bytes, so that many agree far; one may be the beginning of another. */
    private static TreeSet<byte[]> random(Random random) {
        TreeSet<byte[]> ranges = new TreeSet<>(Arrays::compareUnsigned);
        int different = 1 + random.nextInt(256);
        int longest = 1 + random.nextInt(40);
        byte[] common = new byte[random.nextInt(20)];
        for (int i = random.nextInt(300); i > 0; i--) {
            byte[] range = Arrays.copyOf(common, common.length + random.nextInt(longest));
            for (int k = common.length; k < range.length; k++) {
                range[k] = (byte) random.nextInt(different);
            }
            ranges.add(range);
        }
        return ranges;
    }

    /** Each is told from the rest by one byte more than the one before it: no recursion goes as deep. */
    @Test
    void rangesThatAgreeInAllButTheirEndsAreSorted() {
        TreeSet<byte[]> ranges = new TreeSet<>(Arrays::compareUnsigned);
        for (int i = 0; i < 3_000; i++) {
            ranges.add(("a".repeat(i) + "b").getBytes(StandardCharsets.US_ASCII));
        }
        assertSorted(ranges, "stairs");
    }

    @Test
    void equalRangesAreRefused() {
        for (int count : new int[] {2, 5, 100}) {
            byte[] bytes = "same".repeat(count).getBytes(StandardCharsets.US_ASCII);
            int[] ends = new int[count];
            Arrays.setAll(ends, i -> 4 * (i + 1));
            assertThatThrownBy(() -> new SortedRanges(bytes, ends))
                    .isInstanceOf(UnsupportedValueException.class)
                    .hasMessage(
                            "two elements or keys are different to the collection, but equal when stored; an identity"
                                    + " map or set cannot be stored");
        }
    }

    private static void assertSorted(TreeSet<byte[]> sorted, String description) {
        List<byte[]> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(1));
        byte[] bytes =
                new byte[shuffled.stream().mapToInt(range -> range.length).sum()];
        int[] ends = new int[shuffled.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            byte[] range = shuffled.get(i);
            System.arraycopy(range, 0, bytes, end, range.length);
            end += range.length;
            ends[i] = end;
        }
        SortedRanges ranges = new SortedRanges(bytes, ends);
        List<byte[]> found = new ArrayList<>();
        for (int place = 0; place < ranges.size(); place++) {
            int range = ranges.at(place);
            int start = ranges.start(range);
            found.add(Arrays.copyOfRange(bytes, start, start + ranges.length(range)));
        }
        assertThat(found.toArray(byte[][]::new)).as(description).isDeepEqualTo(sorted.toArray(byte[][]::new));
    }
}
