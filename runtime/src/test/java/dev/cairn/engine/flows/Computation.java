package dev.cairn.engine.flows;

import java.util.List;
import java.util.stream.IntStream;

/** What the steps of a random flow compute: whatever happens in another order, or another time, gives another number. */
final class Computation {
    private Computation() {}

    static long mix(long value, long other) {
        long mixed = (value ^ other) * 0x9E3779B97F4A7C15L + other + 0x632BE59BD9B4E019L;
        return mixed ^ mixed >>> 29;
    }

    /** A step in foreaches with these current elements, and in this iteration of a loop. */
    static long work(long value, int id, List<Integer> current, int iteration) {
        long result = mix(value, id);
        for (int item : current) {
            result = mix(result, item);
        }
        return mix(result, iteration);
    }

    /** A join. */
    static long fold(int id, List<Long> values) {
        long result = id;
        for (long value : values) {
            result = mix(result, value);
        }
        return result;
    }

    /** The elements of a foreach: none to three. */
    static List<Integer> items(long value) {
        return IntStream.range(0, Math.floorMod(value, 4))
                .mapToObj(i -> (int) Math.floorMod(value >> i, 100L))
                .toList();
    }

    /** The way of a switch. */
    static int way(long value, int ways) {
        return Math.floorMod(value, ways);
    }

    /** Whether a loop goes on: two times of five. */
    static boolean again(long value) {
        return Math.floorMod(value, 5) < 2;
    }
}
