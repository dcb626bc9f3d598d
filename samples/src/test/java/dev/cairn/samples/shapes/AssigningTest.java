package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.Task;
import dev.cairn.samples.shapes.AssigningArtifacts.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a task loads, and what it stores. */
class AssigningTest extends OnEachStore {
    private final List<Assigning> instances = Collections.synchronizedList(new ArrayList<>());

    @Test
    void eachTaskHasAnInstanceOfItsOwn() {
        run(true);

        assertThat(instances).extracting(flow -> flow.step).contains("start", "assign", "end");
        assertThat(instance("assign")).isNotSameAs(instance("start")).isNotSameAs(instance("end"));
    }

    @Test
    void whatTheStepReadsIsLoaded() {
        AssigningRun run = run(false);

        assertThat(instance("end").number).isEqualTo(7);
        assertThat(instance("end").grown).containsExactly("before", "more");
        assertThat(run.end().seen()).isEqualTo(9);
    }

    @Test
    void whatTheStepAssignsOnSomeWaysOnlyIsLoaded() {
        run(false);

        assertThat(instance("assign").number).isEqualTo(7);
        assertThat(instance("assign").flag).isTrue();
        assertThat(instance("assign").fraction).isEqualTo(0.5);
        assertThat(instance("assign").text).isEqualTo("before");
        assertThat(instance("assign").words).containsExactly("before");
    }

    @Test
    void whatTheStepDoesNotReadOrAssignsOnEveryWayIsNotLoaded() {
        run(false);

        assertThat(instance("end").flag).isFalse();
        assertThat(instance("end").words).isNull();
        assertThat(instance("assign").untouched).isZero();
        assertThat(instance("end").text).isEqualTo("after");
    }

    @Test
    void whatIsDefinitelyAssignedIsStoredAlsoIfItIsZeroFalseOrNull() {
        Task assign = run(false).assign().task();

        assertThat(assign.artifact("surelyZero").value()).isEqualTo(0);
        assertThat(assign.artifact("surelyFalse").value()).isEqualTo(false);
        assertThat(assign.artifact("surelyNull").value()).isNull();
    }

    @Test
    void whatMayBeAssignedIsStoredIfItNoLongerHasTheValueFromBeforeAlsoIfItIsZeroFalseOrNull() {
        AssigningRun run = run(true);

        Task assign = run.assign().task();
        assertThat(assign.artifact("number").value()).isEqualTo(0);
        assertThat(assign.artifact("flag").value()).isEqualTo(false);
        assertThat(assign.artifact("fraction").value()).isEqualTo(0.0);
        assertThat(assign.artifact("text").value()).isNull();
        assertThat(assign.artifact("words").value()).isNull();
        assertThat(run.end().words()).isNull();
        assertThat(run.start().words()).containsExactly("before");
    }

    @Test
    void whatMayBeAssignedAndStillHasTheValueFromBeforePassesOnByReference() {
        AssigningRun run = run(false);

        for (String artifact : List.of("number", "flag", "fraction", "text", "words")) {
            assertThat(version(run.assign().task(), artifact))
                    .isEqualTo(version(run.start().task(), artifact));
        }
    }

    @Test
    void aPrimitiveWithoutAValueFromBeforeIsStoredAsItStandsOnWhicheverWayTheStepWent() {
        for (boolean taken : new boolean[] {true, false}) {
            Task assign = run(taken).assign().task();

            assertThat(assign.artifact("newNumber").value()).isEqualTo(0);
            assertThat(assign.artifact("newFlag").value()).isEqualTo(false);
            assertThat(assign.artifact("newFraction").value()).isEqualTo(0.0);
        }
    }

    @Test
    void aReferenceWithoutAValueFromBeforeIsStoredOnlyIfItIsNotNull() {
        AssigningRun taken = run(true);
        assertThat(taken.assign().newText()).isEqualTo("assigned");
        assertThat(taken.assign().has(Name.NEW_NULL)).isFalse();

        AssigningRun notTaken = run(false);
        assertThat(notTaken.assign().has(Name.NEW_TEXT)).isFalse();
        assertThat(notTaken.end().has(Name.NEW_TEXT)).isFalse();
    }

    @Test
    void whatWasLoadedAndChangedInPlaceIsStoredUnderAnotherAddress() {
        AssigningRun run = run(false);

        assertThat(run.assign().task().artifact("grown").sha())
                .isNotEqualTo(run.start().task().artifact("grown").sha());
        assertThat(run.start().grown()).containsExactly("before");
        assertThat(run.assign().grown()).containsExactly("before", "more");
    }

    @Test
    void allElsePassesOnByReference() {
        AssigningRun run = run(true);

        assertThat(version(run.end().task(), "untouched"))
                .isEqualTo(version(run.start().task(), "untouched"));
        assertThat(version(run.end().task(), "newText"))
                .isEqualTo(version(run.assign().task(), "newText"));
    }

    @Test
    void readingMakesNoNewVersion() {
        AssigningRun run = run(false);

        assertThat(version(run.end().task(), "number"))
                .isEqualTo(version(run.start().task(), "number"));
        assertThat(version(run.end().task(), "grown"))
                .isEqualTo(version(run.assign().task(), "grown"));
    }

    /** A version that was stored again would have been created later. */
    private static String version(Task task, String artifact) {
        DataArtifact version = task.artifact(artifact);
        return version.sha() + " of " + version.createdAt();
    }

    private Assigning instance(String step) {
        return instances.stream()
                .filter(flow -> step.equals(flow.step))
                .findFirst()
                .orElseThrow();
    }

    private AssigningRun run(boolean taken) {
        instances.clear();
        return AssigningRunner.builder()
                .taken(taken)
                .flowFactory(() -> {
                    Assigning flow = new Assigning();
                    instances.add(flow);
                    return flow;
                })
                .datastore(datastore)
                .run();
    }
}
