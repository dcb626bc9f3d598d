package dev.cairn.samples.large;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.SplittableRandom;

/** A file that fits into no heap: one step writes it, another one reads it. */
@Flow
class LargeFile {
    static final String KEY = "large";

    private static final int PIECE = 1 << 20;

    @Parameter
    int megabytes = 2;

    @Parameter
    long seed = 1;

    int differences;

    @Step(next = "end")
    void start(TaskContext task) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] piece = new byte[PIECE];
        task.files().put(KEY, output -> {
            for (int i = 0; i < megabytes; i++) {
                random.nextBytes(piece);
                output.write(piece);
            }
        });
    }

    @Step
    void end(TaskContext task) throws IOException {
        try (InputStream stream = task.files().open(KEY)) {
            differences = differences(stream, megabytes, seed);
        }
    }

    /** How many megabytes are other ones than {@link #start} wrote; what is missing, or too much, counts too. */
    static int differences(InputStream stream, int megabytes, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] expected = new byte[PIECE];
        byte[] found = new byte[PIECE];
        int differences = 0;
        for (int i = 0; i < megabytes; i++) {
            random.nextBytes(expected);
            boolean whole = stream.readNBytes(found, 0, PIECE) == PIECE;
            differences += whole && Arrays.equals(expected, found) ? 0 : 1;
        }
        return stream.read() < 0 ? differences : differences + 1;
    }
}
