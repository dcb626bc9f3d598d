package dev.cairn.samples.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.FlowFailedException;
import org.junit.jupiter.api.Test;

class MergeBehaviorTest {
    private final Datastore datastore = Datastore.inMemory();

    @Test
    void theSameValueIsMerged() {
        assertThat(run("penguin").end().finding()).isEqualTo("penguin");
    }

    @Test
    void whatOnlyOneBranchHasIsMerged() {
        assertThat(run("penguin").end().onlyInA()).isEqualTo("from A");
    }

    @Test
    void whatTheJoinHasSetIsKept() {
        MergeBehaviorRun run = run("penguin");

        assertThat(run.branchA().signedBy()).isEqualTo("A");
        assertThat(run.branchB().signedBy()).isEqualTo("B");
        assertThat(run.end().signedBy()).isEqualTo("the join");
    }

    @Test
    void differentValuesFailTheJoin() {
        assertThatThrownBy(() -> run("albatross"))
                .isInstanceOf(FlowFailedException.class)
                .cause()
                .hasMessage("""
                        join `join` cannot merge what its branches disagree on:
                          `finding`: branchA has bf056192, branchB has c2a72b43
                        Assign it before mergeInto(..), or leave it out with except(..).""");

        assertThat(MergeBehaviorRun.latest(datastore).run().failedTask()).contains("join");
    }

    private MergeBehaviorRun run(String findingOfB) {
        return MergeBehaviorRunner.builder()
                .findingOfB(findingOfB)
                .datastore(datastore)
                .run();
    }
}
