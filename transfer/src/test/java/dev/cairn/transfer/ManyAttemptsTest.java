package dev.cairn.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of any size travels with little memory: its values alone, which are within its records, would not fit into the heap. */
class ManyAttemptsTest {
    private static final int ATTEMPTS = Integer.getInteger("transfer.attempts", 3_000);
    private static final String HEAP = System.getProperty("transfer.heap", "-Xmx28m");

    @TempDir
    private Path directory;

    @Test
    void travelWithLittleMemory() throws IOException {
        List<String> options = new ArrayList<>(ChildProcess.HASHING);
        options.add(HEAP);
        try (ChildProcess child =
                ChildProcess.start(options, ManyAttempts.class, directory.toString(), String.valueOf(ATTEMPTS))) {
            List<String> lines = child.lines();
            assertThat(child.waitFor()).isZero();
            assertThat(lines).endsWith(ATTEMPTS + " attempts");
        }
    }
}
