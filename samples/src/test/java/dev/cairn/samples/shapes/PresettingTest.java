package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.Task;
import dev.cairn.datastore.Address;
import dev.cairn.samples.shapes.PresettingArtifacts.Name;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a merge takes to be set already. */
class PresettingTest extends OnEachStore {
    @Test
    void whatDiffersFromAFreshInstanceIsSet() {
        PresettingRun run = run(false);

        assertThat(run.join().other()).isEqualTo(8);
        assertThat(run.join().text()).isEqualTo("of the join");
        assertThat(run.join().unlikeFresh()).containsExactly("of the join");
    }

    @Test
    void soIsWhatTheStepAssignsOnEveryWayBeforeTheCallAlsoIfItIsLikeAFreshInstance() {
        assertThat(run(false).join().likeFresh()).isEmpty();
    }

    @Test
    void aPrimitiveThatTheStepAssignsOnEveryWayBeforeTheCallIsSetAlsoIfItIsTheDefault() {
        PresettingRun run = run(false);

        assertThat(run.join().zero()).isZero();
        assertThat(run.join().no()).isFalse();
    }

    @Test
    void aPrimitiveThatTheStepAssignsOnSomeWaysIsSetByItsValueOnly() {
        PresettingRun taken = run(true);
        assertThat(taken.join().maybeZero()).isEqualTo(7);
        assertThat(taken.join().maybeOther()).isEqualTo(8);

        PresettingRun notTaken = run(false);
        assertThat(notTaken.join().maybeZero()).isEqualTo(7);
        assertThat(notTaken.join().maybeOther()).isEqualTo(7);
    }

    @Test
    void soIsNull() {
        PresettingRun run = run(false);

        assertThat(run.join().has(Name.TO_NULL)).isTrue();
        assertThat(run.join().toNull()).isNull();
    }

    @Test
    void aSecondCallKeepsWhatIsAssignedBetweenTheCallsAndWhatTheFirstMerged() {
        PresettingRun run = run(false);

        assertThat(run.end().text()).isEqualTo("of the join");
        assertThat(run.two().other()).isEqualTo(8);
        assertThat(run.end().other()).isZero();
        assertThat(run.end().zero()).isZero();
        assertThat(run.end().has(Name.TO_NULL)).isFalse();
    }

    @Test
    void whatIsMergedIsDecodedOnlyIfTheStepReadsIt() {
        CountingDatastore counting = new CountingDatastore(datastore);
        PresettingRun run = PresettingRunner.builder().datastore(counting).run();

        Task start = run.start().task();
        Task join = run.join().task();
        assertThat(counting.reads(address(start.artifact("read")))).isEqualTo(1);
        assertThat(counting.reads(address(start.artifact("passedOn")))).isZero();
        for (String artifact : List.of("read", "passedOn")) {
            assertThat(join.artifact(artifact).sha())
                    .isEqualTo(start.artifact(artifact).sha());
            assertThat(counting.versions(artifact)).isEqualTo(1);
        }
        assertThat(run.join().length()).isEqualTo(100_000);
        assertThat(run.join().has(Name.DISPUTED)).isFalse();
    }

    private static Address address(DataArtifact artifact) {
        return Address.parse(artifact.sha());
    }

    private PresettingRun run(boolean taken) {
        return PresettingRunner.builder().taken(taken).datastore(datastore).run();
    }
}
