package dev.cairn.samples.truth;

import java.util.List;
import java.util.Random;

/** Draws from a seed. Used by one thread. */
final class Draw {
    private final Random random;
    private int names;

    Draw(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        random.nextInt(); // the first numbers of neighbouring seeds are alike
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    /** A name that no other has. */
    String name(String prefix) {
        return prefix + ++names;
    }
}
