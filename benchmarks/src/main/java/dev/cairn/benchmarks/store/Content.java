package dev.cairn.benchmarks.store;

import java.util.SplittableRandom;

/** Content that does not compress, always the same for one seed, and made quickly. */
final class Content {
    private Content() {}

    static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }

    static double[] doubles(int length) {
        SplittableRandom random = new SplittableRandom(20_261_130);
        double[] doubles = new double[length];
        for (int i = 0; i < length; i++) {
            doubles[i] = random.nextDouble();
        }
        return doubles;
    }
}
