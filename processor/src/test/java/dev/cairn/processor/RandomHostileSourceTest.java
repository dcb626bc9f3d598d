package dev.cairn.processor;

import static dev.cairn.processor.FlowCompilation.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Flows whose names and types are chosen to collide with what is generated: either the processor refuses one with a message of its
 * own, or two compilers have nothing to say of what is generated. {@code -Dhostile.count} asks for more.
 */
class RandomHostileSourceTest {
    private static final int COUNT = Integer.getInteger("hostile.count", 8);
    private static final long FIRST = Long.getLong("hostile.seed", 1);

    @Test
    void isRefusedOrCompiledWithoutAWord() {
        int compiled = 0;
        for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
            String source = HostileSource.of(seed);
            List<String> complaints = QuietCode.complaints(file(source));
            if (complaints.isEmpty()) {
                compiled++;
            }
            assertThat(complaints).as("seed %d:\n%s", seed, source).allMatch(RandomHostileSourceTest::isRefusal);
        }
        assertThat(compiled).as("flows that are not refused").isGreaterThan(COUNT / 4);
    }

    private static boolean isRefusal(String complaint) {
        return complaint.contains("kind=error, text=[cairn:") && !complaint.contains("[cairn:internal-error]");
    }
}
