package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.ReadOnlyValueException;
import dev.cairn.samples.shapes.GatheringArtifacts.JoinInputs;
import dev.cairn.samples.shapes.GatheringArtifacts.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GatheringTest extends OnEachStore {
    @Test
    void whatAJoinAddsToItsFieldsIsThereInTheNextSteps() {
        GatheringRun run = run();

        assertThat(run.join().results()).containsExactly(10, 20, 30);
        assertThat(run.join().sums()).isEqualTo(Map.of("all", 60));
        assertThat(run.join().counts()).containsExactly(1, 2);
        assertThat(run.join().tally().total).isEqualTo(60);
        assertThat(run.one().results()).containsExactly(10, 20, 30, 1);
        assertThat(run.other().tally().total).isEqualTo(60);
    }

    @Test
    void whatItAddsBeforeItMergesIsKeptThoughTheBranchesDisagree() {
        assertThat(run().join().log()).containsExactly("before", "after");
    }

    @Test
    void whatItMergesAndThenChangesIsANewVersion() {
        GatheringRun run = run();

        assertThat(run.start().notes()).containsExactly("start");
        assertThat(run.work().get(0).notes()).containsExactly("start");
        assertThat(run.join().notes()).containsExactly("start", "join");
    }

    @Test
    void whatAnInitialiserMakesAnewEachTimeIsMergedWhereNobodyChangedIt() {
        GatheringRun run = run();

        List<UUID> marks = run.start().marks();
        assertThat(run.join().marks()).isEqualTo(marks);
        assertThat(run.join().task().artifact("marks").createdAt())
                .isEqualTo(run.start().task().artifact("marks").createdAt());
    }

    @Test
    void whatItAssignsBeforeItMergesIsKeptWhateverItIs() {
        GatheringRun run = run();

        assertThat(run.join().mode()).isEqualTo("fast");
        assertThat(run.join().keep()).isNull();
    }

    @Test
    void aJoinThatIsTheEndAndNeverMergesKeepsWhatItChanged() {
        assertThat(run().end().last()).containsExactly(10, 20, 30, 1, 10, 20, 30, 2);
    }

    @Test
    void aParameterThatIsChangedOutOfSightFailsTheTask() {
        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class,
                () -> GatheringRunner.builder()
                        .tamper(true)
                        .datastore(datastore)
                        .run());

        assertThat(failure.taskPath()).endsWith("/end");
        assertThat(failure.getCause())
                .isExactlyInstanceOf(ReadOnlyValueException.class)
                .hasMessage(
                        "step `end` changed parameter `weights` in place, but every step gets it as it was when the run"
                                + " started. Copy it into an artifact, and change that.");
    }

    @Test
    void aTestOfTheJoinSeesTheSame() {
        List<String> notes = new ArrayList<>(List.of("start"));
        Gathering flow = new Gathering();
        flow.join(JoinInputs.of(work(0, notes), work(1, notes), work(2, notes)));

        GatheringRun run = run();
        assertThat(flow.results).isEqualTo(run.join().results());
        assertThat(flow.sums).isEqualTo(run.join().sums());
        assertThat(flow.tally.total).isEqualTo(run.join().tally().total);
        assertThat(flow.log).isEqualTo(run.join().log());
        assertThat(flow.notes).isEqualTo(run.join().notes());
        assertThat(flow.mode).isEqualTo(run.join().mode());
        assertThat(flow.keep).isEqualTo(run.join().keep());
        assertThat(flow.marks).containsExactly(new UUID(1, 2));
        assertThat(notes).containsExactly("start");
    }

    private static Work work(int index, List<String> notes) {
        return Work.builder()
                .count(3)
                .result((index + 1) * 10)
                .results(List.of())
                .log(List.of("work " + index))
                .marks(List.of(new UUID(1, 2)))
                .mode("slow")
                .keep("work")
                .notes(notes)
                .build();
    }

    private GatheringRun run() {
        return GatheringRunner.builder().datastore(datastore).run();
    }
}
