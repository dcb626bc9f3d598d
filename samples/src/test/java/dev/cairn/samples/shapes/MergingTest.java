package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Run;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.MergeConflictException;
import dev.cairn.samples.shapes.MergingArtifacts.JoinInputs;
import dev.cairn.samples.shapes.MergingArtifacts.Left;
import dev.cairn.samples.shapes.MergingArtifacts.Right;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MergingTest extends OnEachStore {
    @Test
    void mapsBuiltInDifferentOrdersAgree() {
        MergingRun run = run(false);

        assertThat(run.left().task().artifact("built").sha())
                .isEqualTo(run.right().task().artifact("built").sha());
        assertThat(run.join().built()).hasSize(100).containsEntry(42, "v42");
    }

    @Test
    void mapsOfOneKindWithOneOrderAgree() {
        assertThat(run(false).join().kinds()).isEqualTo(Map.of("x", 1, "y", 2));
    }

    @Test
    void mapsOfDifferentKindsDisagreeThoughTheyAreEqual() {
        FlowFailedException failure = catchThrowableOfType(FlowFailedException.class, () -> run(true));

        assertThat(failure.getCause()).message().containsOnlyOnce("`kinds`").doesNotContain("`built`");
    }

    @Test
    void aSetThatTheBranchesOnlyReadIsOneVersionThroughout() {
        MergingRun run = run(false);

        String stored = run.start().task().artifact("onlyRead").sha();
        assertThat(run.left().task().artifact("onlyRead").sha()).isEqualTo(stored);
        assertThat(run.right().task().artifact("onlyRead").sha()).isEqualTo(stored);
        assertThat(run.end().task().artifact("onlyRead").sha()).isEqualTo(stored);
        assertThat(run.end().seen()).isEqualTo(5);
    }

    @Test
    void aPrimitiveThatTheJoinSetToZeroStaysZero() {
        MergingRun run = run(false);

        assertThat(run.left().counter()).isEqualTo(5);
        assertThat(run.join().counter()).isZero();
        assertThat(run.end().counter()).isZero();
    }

    @Test
    void aConflictNamesEachArtifactOnceAndFailsTheRun() {
        FlowFailedException failure = catchThrowableOfType(FlowFailedException.class, () -> run(true));

        assertThat(failure.getCause())
                .isInstanceOf(MergeConflictException.class)
                .message()
                .containsOnlyOnce("`first`")
                .containsOnlyOnce("`second`")
                .contains("left")
                .contains("right");
        assertThat(failure.taskPath()).isEqualTo("Merging/" + failure.runId() + "/join");
        Run run = MergingRun.of(failure.runId(), datastore).run();
        assertThat(run.successful()).isFalse();
        assertThat(MergingRun.of(failure.runId(), datastore).ran(MergingRun.Step.JOIN))
                .isFalse();
    }

    @Test
    void nothingIsSetAfterARefusedMerge() {
        Merging flow = new Merging();

        assertThatThrownBy(() -> flow.join(JoinInputs.of(
                        Left.builder().onlyRead(Set.of("a")).first("left").build(),
                        Right.builder().onlyRead(Set.of("a")).first("right").build())))
                .isInstanceOf(MergeConflictException.class);

        assertThat(flow.onlyRead).isNull();
        assertThat(flow.first).isNull();
    }

    private MergingRun run(boolean disagree) {
        return MergingRunner.builder().disagree(disagree).datastore(datastore).run();
    }
}
