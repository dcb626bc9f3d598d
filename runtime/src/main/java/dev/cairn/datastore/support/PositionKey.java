package dev.cairn.datastore.support;

import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskId.Index;
import dev.cairn.datastore.TaskId.Iteration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The position of a task as bytes, whose unsigned order is the order of positions. Each coordinate is one byte, which is its kind
 * (0x10 for an index, 0x20 for an iteration) plus the number of bytes that follow, then its number in as few bytes as possible,
 * big-endian. Thread-safe.
 */
public final class PositionKey {
    private static final int INDEX = 0x10;
    private static final int ITERATION = 0x20;
    private static final int END = 0x30;

    private PositionKey() {}

    /**
     * {@return the key of a position; empty for a task outside of every foreach and loop}
     *
     * @param position the coordinates, outermost first
     */
    public static byte[] encode(List<Coordinate> position) {
        byte[] key = new byte[5 * position.size()];
        int length = 0;
        for (Coordinate coordinate : position) {
            int value = coordinate.value();
            int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(value) + 7) / 8;
            key[length++] = (byte) ((coordinate instanceof Index ? INDEX : ITERATION) + bytes);
            for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
                key[length++] = (byte) (value >>> shift);
            }
        }
        return Arrays.copyOf(key, length);
    }

    /**
     * {@return a key that sorts after the keys of all positions that begin with this one}
     *
     * @param position the beginning of the positions, outermost first
     */
    public static byte[] endOf(List<Coordinate> position) {
        byte[] key = encode(position);
        byte[] end = Arrays.copyOf(key, key.length + 1);
        end[key.length] = END;
        return end;
    }

    /**
     * {@return the task of {@code step} whose position has this key}
     *
     * @param step the name of the step
     * @param key a key that {@link #encode} made
     */
    public static TaskId decode(String step, byte[] key) {
        List<Coordinate> position = new ArrayList<>();
        for (int i = 0; i < key.length; ) {
            int head = key[i++];
            int value = 0;
            for (int end = i + (head & 0xf); i < end; i++) {
                value = value << 8 | key[i] & 0xff;
            }
            position.add((head & INDEX) != 0 ? new Index(value) : new Iteration(value));
        }
        return new TaskId(step, position);
    }
}
