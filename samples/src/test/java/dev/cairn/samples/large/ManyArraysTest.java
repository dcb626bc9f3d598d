package dev.cairn.samples.large;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.samples.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What fills the heap may be many small arrays as well as a large one: they are written, changed in place, and read, where there is
 * no room for half of them twice. {@code -Dmany.megabytes=3911} is 4.1 GB, more than one array can hold; 600 is what once took twice its
 * size.
 *
 * <p>The serial collector counts what is live. In the regions of G1, an array of a megabyte takes up to two, whoever made it.
 */
class ManyArraysTest {
    private static final int MEGABYTES = Integer.getInteger("many.megabytes", 64);

    /** All else that the process has on its heap: Cairn, SQLite, and the young generation. */
    private static final int ROOM = 64;

    @TempDir
    private Path directory;

    @Test
    void neitherWritingNorChangingNorReadingNeedsASecondCopy() throws IOException, InterruptedException {
        JavaProcess process = JavaProcess.hashing(directory, MEGABYTES + ROOM);
        long seed = System.nanoTime();
        System.out.println("seed " + seed);

        JavaProcess.Result run = process.cairn(
                "run",
                "ManyArrays",
                "--datastore",
                "file:store",
                "--count",
                String.valueOf(MEGABYTES),
                "--seed",
                String.valueOf(seed));
        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).contains("succeeded in");

        JavaProcess.Result read = process.run(ManyArraysReader.class.getName(), "file:store");
        assertThat(read.errors()).isEmpty();
        assertThat(read.output().lines())
                .containsExactly("arrays " + MEGABYTES, "seen by the next task: 1", "seen by this process: 1");
    }
}
