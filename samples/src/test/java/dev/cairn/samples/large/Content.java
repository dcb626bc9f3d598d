package dev.cairn.samples.large;

import java.util.SplittableRandom;

/** What an array holds. */
enum Content {
    /** Bytes of which none follows from the others. */
    RANDOM {
        @Override
        double next(SplittableRandom random) {
            long neitherNanNorInfinite = ~(1L << 52);
            return Double.longBitsToDouble(random.nextLong() & neitherNanNorInfinite);
        }
    },
    /** Whole numbers, of which most bytes are zero: they are worth compressing. */
    COMPRESSIBLE {
        @Override
        double next(SplittableRandom random) {
            return random.nextInt(1000);
        }
    };

    abstract double next(SplittableRandom random);

    /** An array of as many values, which follow from the seed. */
    double[] values(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = next(random);
        }
        return values;
    }

    /** The index of the first element that is another one than {@link #values} made; -1 if there is none. */
    int difference(double[] values, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < values.length; i++) {
            if (Double.doubleToRawLongBits(values[i]) != Double.doubleToRawLongBits(next(random))) {
                return i;
            }
        }
        return -1;
    }
}
