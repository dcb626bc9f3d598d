package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Task;
import dev.cairn.datastore.Address;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@code -Dten.artifacts.tasks=1000} reads more often. */
class TenArtifactsTest extends OnEachStore {
    private static final int TASKS = Integer.getInteger("ten.artifacts.tasks", 250);

    /** And as no task changes it, all of them together read it once. */
    @Test
    void aTaskReadsTheOneArtifactThatItsStepReadsAndNoOther() {
        CountingDatastore counting = new CountingDatastore(datastore);
        TenArtifactsRun run =
                TenArtifactsRunner.builder().tasks(TASKS).datastore(counting).run();

        assertThat(run.end().sum()).isEqualTo(expectedSum());
        Task start = run.start().task();
        for (int i = 0; i < 10; i++) {
            Address address = Address.parse(start.artifact("artifact" + i).sha());
            assertThat(counting.reads(address)).as("artifact" + i).isEqualTo(i == 3 ? 1 : 0);
            assertThat(counting.puts(address)).as("artifact" + i).isEqualTo(1);
            assertThat(counting.versions("artifact" + i)).isEqualTo(1);
        }
        assertThat(counting.bytesRead()).isEqualTo(start.artifact("artifact3").size());
    }

    private static long expectedSum() {
        Random random = new Random(7);
        byte[] content = new byte[1 << 17];
        for (int i = 0; i <= 3; i++) {
            random.nextBytes(content);
        }
        long sum = 0;
        for (int i = 0; i < TASKS; i++) {
            sum += content[i];
        }
        return sum;
    }
}
