package dev.cairn.samples.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cairn.datastore.Datastore;
import org.junit.jupiter.api.Test;

class CheckpointingTest {
    @Test
    void theLastAssignmentIsStoredWhenTheStepEnds() {
        CheckpointingRun run =
                CheckpointingRunner.builder().datastore(Datastore.inMemory()).run();

        assertThat(run.train().checkpoint().epoch()).isEqualTo(91);
        assertThat(run.train().model().epoch()).isEqualTo(100);
        assertThat(run.end().checkpoint().value()).isCloseTo(Math.sqrt(2), within(1e-12));
    }
}
