package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Task;
import dev.cairn.samples.shapes.InitialisingArtifacts.Name;
import org.junit.jupiter.api.Test;

class InitialisingTest extends OnEachStore {
    @Test
    void aFieldWithAnInitialiserIsAnArtifactFromTheStartStepOn() {
        InitialisingRun run = run(false);

        assertThat(run.start().number()).isEqualTo(7);
        assertThat(run.start().text()).isEqualTo("initial");
        assertThat(run.start().notes()).containsExactly("initial");
        assertThat(run.start().has(Name.NOTHING)).isTrue();
        assertThat(run.start().nothing()).isNull();
        assertThat(run.other().number()).isEqualTo(7);
    }

    @Test
    void anAssignmentOfTheStartStepWinsOverTheInitialiserAlsoIfItIsNull() {
        InitialisingRun run = run(false);

        assertThat(run.start().has(Name.CLEARED)).isTrue();
        assertThat(run.start().cleared()).isNull();
        assertThat(run.one().cleared()).isNull();
    }

    @Test
    void aChangeInPlaceOfWhatAnInitialiserMadeIsStored() {
        InitialisingRun run = run(false);

        assertThat(run.start().notes()).containsExactly("initial");
        assertThat(run.one().notes()).containsExactly("initial", "one");
        assertThat(run.other().notes()).containsExactly("initial");
    }

    @Test
    void afterAJoinItExistsOnlyIfMergedOrAssigned() {
        InitialisingRun run = run(false);

        assertThat(run.join().notes()).containsExactly("initial", "one");
        assertThat(run.join().left()).isEqualTo(2);
        Task join = run.join().task();
        assertThat(join.has("number")).isFalse();
        assertThat(join.has("text")).isFalse();
        assertThat(join.has("nothing")).isFalse();
        assertThat(run.end().task().has("number")).isFalse();
    }

    @Test
    void afterAJoinThatMayHaveAssignedAReferenceItExistsIfItIsNoLongerWhatTheInitialiserMade() {
        Task notTaken = run(false).join().task();
        assertThat(notTaken.has("maybeWords")).isFalse();
        assertThat(notTaken.artifact("maybe").value()).isEqualTo(7);

        Task taken = run(true).join().task();
        assertThat(taken.has("maybeWords")).isTrue();
        assertThat(taken.artifact("maybeWords").value()).isNull();
        assertThat(taken.artifact("maybe").value()).isEqualTo(0);
    }

    @Test
    void nullThatAJoinAssignsWinsOverTheInitialiserInTheStepsThatFollow() {
        InitialisingRun run = run(false);

        assertThat(run.join().surelyNull()).isNull();
        assertThat(run.end().seen()).containsExactly("never", "changes", "null");
    }

    @Test
    void aConstantIsStoredOncePerRun() {
        CountingDatastore counting = new CountingDatastore(datastore);
        InitialisingRun run = InitialisingRunner.builder().datastore(counting).run();

        assertThat(counting.versions("constant")).isZero();
        assertThat(counting.versions("limit")).isZero();
        assertThat(run.end().constant()).containsExactly("never", "changes");
        assertThat(run.start().limit()).isEqualTo(3);
        assertThat(run.one().task().artifact("constant").createdAt())
                .isEqualTo(run.run().artifact("constant").createdAt());
    }

    private InitialisingRun run(boolean taken) {
        return InitialisingRunner.builder().taken(taken).datastore(datastore).run();
    }
}
