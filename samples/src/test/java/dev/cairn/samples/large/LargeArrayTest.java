package dev.cairn.samples.large;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.samples.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An artifact may fill the heap: it is written, read by the next task, and read again by another process, where there is no room
 * for half of it twice. {@code -Dlarge.megabytes=1024} is the size that the documentation promises.
 */
class LargeArrayTest {
    private static final int MEGABYTES = Integer.getInteger("large.megabytes", 64);
    private static final int LENGTH = MEGABYTES * ((1 << 20) / Double.BYTES);

    /** All else that the process has on its heap: Cairn, SQLite, and the young generation. */
    private static final int ROOM = 64;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Content.class)
    void neitherWritingNorReadingNeedsASecondCopy(Content content) throws IOException, InterruptedException {
        // of a generational heap only the old generation holds large arrays; so its size is given, too
        JavaProcess process = JavaProcess.hashing(directory, MEGABYTES + ROOM);
        long seed = System.nanoTime();
        System.out.println("seed " + seed);

        JavaProcess.Result run = process.cairn(
                "run",
                "LargeArray",
                "--datastore",
                "file:store",
                "--length",
                String.valueOf(LENGTH),
                "--content",
                content.name(),
                "--seed",
                String.valueOf(seed));
        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).contains("succeeded in");
        assertThat(run.output().contains("artifact `values` has 1.1 GB")).isEqualTo(MEGABYTES >= 1024);

        JavaProcess.Result read = process.run(LargeArrayReader.class.getName(), "file:store");
        assertThat(read.errors()).isEmpty();
        assertThat(read.output().lines())
                .containsExactly(
                        "length " + LENGTH,
                        "seen by the next task: no difference",
                        "seen by this process: no difference");
    }
}
