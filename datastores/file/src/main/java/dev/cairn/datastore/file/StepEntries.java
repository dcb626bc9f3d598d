package dev.cairn.datastore.file;

import java.util.Arrays;

/**
 * What an index says of the attempts of a step, in its order: a search here is not misled by what is damaged elsewhere in the index. Immutable
 * once it is filled.
 */
final class StepEntries {
    private byte[] positions = new byte[256];
    private int[] ends = new int[32]; // where the position of each entry ends, and the next one's begins
    private int[] attempts = new int[32];
    private long[] numbers = new long[32];
    private int size;

    /**
     * Adds an entry.
     *
     * @param position see {@link dev.cairn.datastore.support.PositionKey}
     * @param number the number of the row
     * @return false if it does not come after the entry before
     */
    boolean add(byte[] position, int attempt, long number) {
        if (size > 0 && compare(size - 1, position, attempt) >= 0) {
            return false;
        }
        int start = size == 0 ? 0 : ends[size - 1];
        int end = Math.addExact(start, position.length);
        if (end > positions.length) {
            positions = Arrays.copyOf(positions, Math.max(end, Math.multiplyExact(2, positions.length)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
            attempts = Arrays.copyOf(attempts, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        System.arraycopy(position, 0, positions, start, position.length);
        ends[size] = end;
        attempts[size] = attempt;
        numbers[size] = number;
        size++;
        return true;
    }

    /** The number of entries before a place. */
    int before(byte[] position, int attempt) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, position, attempt) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean contains(byte[] position, int attempt) {
        int place = before(position, attempt);
        return place < size && compare(place, position, attempt) == 0;
    }

    /** The number of the row of an entry. */
    long number(int entry) {
        return numbers[entry];
    }

    /** About how many bytes it takes. */
    long bytes() {
        return positions.length + 16L * ends.length;
    }

    private int compare(int entry, byte[] position, int attempt) {
        int start = entry == 0 ? 0 : ends[entry - 1];
        int order = Arrays.compareUnsigned(positions, start, ends[entry], position, 0, position.length);
        return order == 0 ? Integer.compare(attempts[entry], attempt) : order;
    }
}
