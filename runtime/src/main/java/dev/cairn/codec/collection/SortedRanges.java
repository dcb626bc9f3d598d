package dev.cairn.codec.collection;

import dev.cairn.codec.UnsupportedValueException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Ranges of one array of bytes, sorted by their bytes as unsigned numbers. Some bytes of each range and its number make one
 * {@code long}; these are sorted, and ranges that agree in the bytes are sorted by the bytes that follow. No objects are made, and the
 * ranges themselves stay where they are.
 */
final class SortedRanges {
    /** So many ranges are sorted by comparing them. */
    private static final int FEW = 8;

    private final byte[] bytes;
    private final int[] ends;

    /** The number of a range in the lowest bits, and bytes of it in the highest, of which the first has its sign bit turned. */
    private final long[] keys;

    private final int width;
    private final int shift;
    private final Deque<Group> unsorted = new ArrayDeque<>();

    /** Keys that agree in the first {@code depth} bytes of their ranges. */
    private record Group(int from, int to, int depth) {}

    /**
     * Sorts.
     *
     * @param bytes the ranges, one after the other
     * @param ends where each of them ends; the first begins at 0
     * @throws UnsupportedValueException if two are equal
     */
    SortedRanges(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
        this.keys = new long[ends.length];
        int bitsOfNumber = Integer.SIZE - Integer.numberOfLeadingZeros(ends.length);
        this.width = (Long.SIZE - bitsOfNumber) / Byte.SIZE;
        this.shift = Long.SIZE - width * Byte.SIZE;
        for (int i = 0; i < keys.length; i++) {
            keys[i] = i;
        }
        unsorted.push(new Group(0, keys.length, 0));
        while (!unsorted.isEmpty()) {
            sort(unsorted.pop());
        }
    }

    int size() {
        return keys.length;
    }

    /** The number of the range at {@code place}. */
    int at(int place) {
        return (int) (keys[place] & (1L << shift) - 1);
    }

    int start(int range) {
        return range == 0 ? 0 : ends[range - 1];
    }

    int length(int range) {
        return ends[range] - start(range);
    }

    private void sort(Group group) {
        if (group.to - group.from <= FEW) {
            sortByComparing(group.from, group.to, group.depth);
            return;
        }
        int depth = group.depth + commonBytes(group);
        for (int i = group.from; i < group.to; i++) {
            if (length(at(i)) <= depth) {
                // Of two equal ranges; no other range is the beginning of another, as readers have to see where it
                // ends.
                sortByComparing(group.from, group.to, group.depth);
                return;
            }
        }
        for (int i = group.from; i < group.to; i++) {
            keys[i] = key(at(i), depth);
        }
        Arrays.sort(keys, group.from, group.to);
        int start = group.from;
        for (int i = start + 1; i <= group.to; i++) {
            if (i == group.to || keys[i] >>> shift != keys[start] >>> shift) {
                if (i - start > 1) {
                    unsorted.push(new Group(start, i, depth + width));
                }
                start = i;
            }
        }
    }

    /** How many bytes after the first {@code depth} are the same in the whole group. */
    private int commonBytes(Group group) {
        int first = at(group.from);
        int start = start(first) + group.depth;
        int common = Math.max(0, ends[first] - start);
        for (int i = group.from + 1; i < group.to && common > 0; i++) {
            int other = at(i);
            int otherStart = start(other) + group.depth;
            int otherEnd = Math.max(otherStart, Math.min(ends[other], otherStart + common));
            int different = Arrays.mismatch(bytes, start, start + common, bytes, otherStart, otherEnd);
            common = different < 0 ? common : different;
        }
        return common;
    }

    private long key(int range, int depth) {
        int start = start(range) + depth;
        int end = ends[range];
        long key = 0;
        for (int i = 0; i < width; i++) {
            key = key << Byte.SIZE | (start + i < end ? bytes[start + i] & 0xFF : 0);
        }
        return key << shift ^ Long.MIN_VALUE | range;
    }

    private void sortByComparing(int from, int to, int depth) {
        for (int i = from + 1; i < to; i++) {
            long key = keys[i];
            int range = at(i);
            int place = i;
            while (place > from && isLess(range, at(place - 1), depth)) {
                keys[place] = keys[place - 1];
                place--;
            }
            keys[place] = key;
        }
    }

    private boolean isLess(int range, int other, int depth) {
        int comparison =
                Arrays.compareUnsigned(bytes, from(range, depth), ends[range], bytes, from(other, depth), ends[other]);
        if (comparison == 0) {
            throw new UnsupportedValueException(
                    "two elements or keys are different to the collection, but equal when stored; an identity map"
                            + " or set cannot be stored");
        }
        return comparison < 0;
    }

    private int from(int range, int depth) {
        return Math.min(start(range) + depth, ends[range]);
    }
}
