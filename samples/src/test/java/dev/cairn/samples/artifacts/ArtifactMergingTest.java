package dev.cairn.samples.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.samples.artifacts.ArtifactMergingArtifacts.BranchA;
import dev.cairn.samples.artifacts.ArtifactMergingArtifacts.BranchB;
import dev.cairn.samples.artifacts.ArtifactMergingArtifacts.JoinInputs;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArtifactMergingTest {
    @Test
    void mergesWhatTheBranchesAgreeOn() {
        ArtifactMergingRun run =
                ArtifactMergingRunner.builder().datastore(Datastore.inMemory()).run();

        assertThat(run.join().sharedConfig()).isEqualTo(Map.of("key", "value"));
        assertThat(run.join().resultA()).isEqualTo("from A");
        assertThat(run.join().resultB()).isEqualTo("from B");
        assertThat(run.end().summary()).isEqualTo("value: from A, from B");
    }

    @Test
    void theJoinIsAMethodThatATestCanCall() {
        ArtifactMerging flow = new ArtifactMerging();

        flow.join(JoinInputs.of(
                BranchA.builder().sharedConfig(Map.of("key", "k")).resultA("a").build(),
                BranchB.builder().sharedConfig(Map.of("key", "k")).resultB("b").build()));

        assertThat(flow.summary).isEqualTo("k: a, b");
    }
}
