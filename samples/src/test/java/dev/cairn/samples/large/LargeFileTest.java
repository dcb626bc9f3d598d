package dev.cairn.samples.large;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.samples.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file of a run may be larger than the heap: it is written, read by the next task, and read again by another process, each with 64 MB
 * for all. {@code -Dlarge.file.megabytes=3072} is larger than an array can be, too.
 */
class LargeFileTest {
    private static final int MEGABYTES = Integer.getInteger("large.file.megabytes", 96);
    private static final long SEED = Long.getLong("cairn.seed", 20261129);

    @TempDir
    private Path directory;

    @Test
    void neitherWritingNorReadingNeedsItInMemory() throws IOException, InterruptedException {
        JavaProcess process = JavaProcess.hashing(directory, 64);
        System.out.println("seed " + SEED);

        JavaProcess.Result run = process.cairn(
                "run",
                "LargeFile",
                "--datastore",
                "file:store",
                "--megabytes",
                String.valueOf(MEGABYTES),
                "--seed",
                String.valueOf(SEED));
        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).contains("succeeded in");

        JavaProcess.Result read = process.run(LargeFileReader.class.getName(), "file:store");
        assertThat(read.errors()).isEmpty();
        assertThat(read.output().lines())
                .containsExactly(
                        "bytes " + ((long) MEGABYTES << 20), "seen by the next task: 0", "seen by this process: 0");
    }
}
