package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that does all that can be done to datastores is killed before each single operation on their files: what it acknowledged is
 * there, and nothing by half. {@code -Dkilled.every=1} kills before all, and not only before a part.
 */
class KilledStepsTest {
    private static final int EVERY = Integer.getInteger("killed.every", 60);

    @TempDir
    private Path directory;

    private int kills;

    @Test
    void nothingIsLostBetweenTwoSteps() throws IOException {
        int last = (EVERY + 1) / 2;
        while (isKilledBefore(last)) {
            last += EVERY;
        }
        System.out.println("killed before " + kills + " operations, one of " + EVERY + ": nothing lost");
        assertThat(kills * EVERY).isGreaterThan(200);
    }

    /** Whether there is such an operation. */
    private boolean isKilledBefore(int operation) throws IOException {
        Path parent = Files.createDirectory(directory.resolve("" + operation));
        StoreLife.prepare(parent);
        List<String> lines = new ArrayList<>();
        try (ChildProcess child = ChildProcess.start(LivingProcess.class, parent.toString(), "" + operation)) {
            String line = child.line();
            while (!line.startsWith("stopped ") && !line.startsWith("ended ")) {
                lines.add(line);
                line = child.line();
            }
            child.kill();
            if (line.startsWith("ended ")) {
                return false;
            }
            kills++;
            Path stopped = Path.of(line.substring("stopped ".length()));
            try {
                StoreFacts.require(
                        lines, parent, StoreLife.where(stopped, parent).orElse(StoreLife.store(parent)));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("killed before operation " + operation + ", after " + lines, e);
            }
            return true;
        }
    }
}
