package dev.cairn.samples.large;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import java.util.Random;

/** Arrays that fill the heap together: one step makes them, another one changes one of them, a third one reads them. */
@Flow
class ManyArrays {
    static final int SIZE = 1 << 20;

    @Parameter
    int count = 2;

    @Parameter
    long seed = 1;

    byte[][] arrays;
    int differences;

    @Step(next = "change")
    void start() {
        arrays = new byte[count][SIZE];
        Random random = new Random(seed);
        for (byte[] array : arrays) {
            random.nextBytes(array);
        }
    }

    @Step(next = "end")
    void change() {
        arrays[count - 1][SIZE - 1]++;
    }

    @Step
    void end() {
        differences = differences(arrays, seed);
    }

    /** How many bytes are other ones than {@link #start} made. */
    static int differences(byte[][] arrays, long seed) {
        Random random = new Random(seed);
        byte[] expected = new byte[SIZE];
        int differences = 0;
        for (byte[] array : arrays) {
            random.nextBytes(expected);
            for (int i = 0; i < SIZE; i++) {
                differences += array[i] == expected[i] ? 0 : 1;
            }
        }
        return differences;
    }
}
