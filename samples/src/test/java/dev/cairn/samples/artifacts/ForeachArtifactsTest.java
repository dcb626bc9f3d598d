package dev.cairn.samples.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.samples.artifacts.ForeachArtifacts.Hyperparameters;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeachArtifactsTest {
    private final ForeachArtifactsRun run =
            ForeachArtifactsRunner.builder().datastore(Datastore.inMemory()).run();

    @Test
    void eachTaskHasArtifactsOfItsOwn() {
        assertThat(run.train()).hasSize(3);
        assertThat(run.train().get(1).accuracy()).isEqualTo(0.999);
        assertThat(run.train().get(1).model()).containsExactly(0.001 * 64, 1.0);
    }

    @Test
    void theJoinSeesAllInItemOrder() {
        assertThat(run.start().parameters())
                .containsExactly(
                        new Hyperparameters(0.01, 32),
                        new Hyperparameters(0.001, 64),
                        new Hyperparameters(0.0001, 128));
        assertThat(run.end().allModels())
                .containsExactly(List.of(0.01 * 32, 1.0), List.of(0.001 * 64, 1.0), List.of(0.0001 * 128, 1.0));
        assertThat(run.end().bestAccuracy()).isEqualTo(0.9999);
    }
}
