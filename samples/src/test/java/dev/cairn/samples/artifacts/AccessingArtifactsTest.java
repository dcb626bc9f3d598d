package dev.cairn.samples.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessingArtifactsTest {
    private final AccessingArtifactsRun run =
            AccessingArtifactsRunner.builder().datastore(Datastore.inMemory()).run();

    @Test
    void laterStepsReadWhatEarlierOnesAssigned() {
        assertThat(run.start().data()).containsExactly(1, 2, 3, 4);
        assertThat(run.process().result()).isEqualTo(10);
    }

    @Test
    void aStepThatDoesNotTouchThemPassesThemOn() {
        assertThat(run.end().data()).containsExactly(1, 2, 3, 4);
        assertThat(run.end().result()).isEqualTo(10);
    }

    @Test
    void theyAreFieldsThatATestCanSet() {
        AccessingArtifacts flow = new AccessingArtifacts();
        flow.data = List.of(40, 2);

        flow.process();

        assertThat(flow.result).isEqualTo(42);
    }
}
