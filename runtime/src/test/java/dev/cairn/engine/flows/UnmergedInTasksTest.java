package dev.cairn.engine.flows;

import static dev.cairn.runtime.Merge.except;
import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.datastore.LogLine;
import dev.cairn.runtime.Merge;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a join says of an artifact that it does not merge, though a later step reads it. */
class UnmergedInTasksTest {
    private static final String LOST =
            "`results` is not merged here, so step `end` finds its initial value instead of the value from the"
                    + " branches. Merge it with `inputs.mergeInto(this, ..)`, or assign it in this step";

    private static final Access READS = Access.nothing().reads("results");

    private static Stream<String> log(Run run, String step) {
        try (Stream<LogLine> lines = run.step(step).task().log()) {
            return lines.map(LogLine::text).toList().stream();
        }
    }

    /** Two branches, of which one adds to {@code results} in place. */
    private static TestFlow.Builder<Collecting> branches() {
        return Collecting.flow()
                .step(split("start", "join", "a", "b").access(Access.nothing()), (flow, task) -> {})
                .step(linear("a", "join").access(READS.mayChange("results")), (flow, task) -> flow.results.add(7))
                .step(linear("b", "join").access(READS), (flow, task) -> {});
    }

    private static StepDefinition join(Access access) {
        return linear("join", "end").join().access(access);
    }

    private static Run read(TestFlow.Builder<Collecting> flow, List<Integer> found) {
        return TestRun.run(flow.step(
                        end("end").access(READS),
                        (last, task) -> assertThat(last.results).isEqualTo(found))
                .build());
    }

    @Test
    void aChangeOfABranchThatIsNotMerged() {
        Run run = read(branches().step(join(Access.nothing()), (flow, task) -> {}), List.of());

        assertThat(log(run, "join")).containsExactly(LOST);
    }

    @Test
    void aMergeThatExceptsIt() {
        Run run = read(
                branches()
                        .step(
                                join(Access.nothing()),
                                (flow, task) -> task.inputs().mergeInto(flow, except(Collecting.Name.RESULTS))),
                List.of());

        assertThat(log(run, "join")).containsExactly(LOST);
    }

    @Test
    void aJoinThatIsCaughtBeforeItMerges() {
        Run run = read(
                branches().step(join(Access.nothing()).caughtIn("failure"), (flow, task) -> {
                    throw new IllegalStateException("no");
                }),
                List.of());

        assertThat(log(run, "join")).contains(LOST);
    }

    @Test
    void aJoinThatIsCaughtBeforeItAssigns() {
        Run run = read(
                branches()
                        .step(
                                join(READS.mayChange("results").mustAssign("results"))
                                        .caughtIn("failure"),
                                (flow, task) -> {
                                    throw new IllegalStateException("no");
                                }),
                List.of());

        assertThat(log(run, "join")).contains(LOST);
    }

    @Test
    void aJoinThatMayChangeItAndDoesNot() {
        Run run = read(
                branches().step(join(Access.nothing().reads("results").mayChange("results")), (flow, task) -> {}),
                List.of());

        assertThat(log(run, "join")).containsExactly(LOST);
    }

    @Test
    void nothingWhereTheJoinChangesIt() {
        Run run = read(
                branches()
                        .step(
                                join(Access.nothing().reads("results").mayChange("results")),
                                (flow, task) -> flow.results.add(5)),
                List.of(5));

        assertThat(log(run, "join")).isEmpty();
    }

    @Test
    void nothingWhereTheJoinMergesIt() {
        Run run = read(
                Collecting.flow()
                        .step(split("start", "join", "a", "b").access(READS.mayChange("results")), (flow, task) -> {
                            flow.results.add(7);
                            flow.results.clear();
                        })
                        .step(
                                linear("a", "join").access(READS.mayChange("results")),
                                (flow, task) -> flow.results.add(7))
                        .step(
                                linear("b", "join").access(READS.mayChange("results")),
                                (flow, task) -> flow.results.add(7))
                        .step(
                                join(Access.nothing()),
                                (flow, task) -> task.inputs().mergeInto(flow, Merge.all())),
                List.of(7));

        assertThat(log(run, "join")).isEmpty();
    }

    @Test
    void nothingWhereTheJoinAssignsIt() {
        Run run = read(
                branches()
                        .step(join(Access.nothing().mustAssign("results")), (flow, task) -> flow.results = List.of(9)),
                List.of(9));

        assertThat(log(run, "join")).isEmpty();
    }

    @Test
    void nothingWhereTheBranchesHoldTheInitialValue() {
        Run run = read(
                Collecting.flow()
                        .step(split("start", "join", "a", "b").access(Access.nothing()), (flow, task) -> {})
                        .step(linear("a", "join").access(READS), (flow, task) -> {})
                        .step(linear("b", "join").access(READS), (flow, task) -> {})
                        .step(join(Access.nothing()), (flow, task) -> {}),
                List.of());

        assertThat(log(run, "join")).isEmpty();
    }

    @Test
    void nothingWhereNoLaterStepReadsIt() {
        Run run = TestRun.run(branches()
                .step(join(Access.nothing()), (flow, task) -> {})
                .step(end("end").access(Access.nothing()), (flow, task) -> {})
                .build());

        assertThat(log(run, "join")).isEmpty();
    }

    @Test
    void nothingWhereALaterStepAssignsItBeforeItIsRead() {
        Run run = read(
                branches()
                        .step(linear("join", "later").join().access(Access.nothing()), (flow, task) -> {})
                        .step(
                                linear("later", "end").access(Access.nothing().mustAssign("results")),
                                (flow, task) -> flow.results = List.of(3)),
                List.of(3));

        assertThat(log(run, "join")).isEmpty();
    }

    @Test
    void aForeachOverNothingLosesWhatTheSplitHad() {
        Run run = read(
                Collecting.flow()
                        .step(
                                foreach("start", "join", "count", Items.range(), "each")
                                        .access(READS.mayChange("results").mustAssign("count")),
                                (flow, task) -> flow.results.add(1))
                        .step(linear("each", "join").access(Access.nothing()), (flow, task) -> {})
                        .step(join(Access.nothing()), (flow, task) -> {}),
                List.of());

        assertThat(log(run, "join")).containsExactly(LOST);
    }

    @Test
    void whatTheSplitHasAndNoBranchWrites() {
        Run run = read(
                Collecting.flow()
                        .step(
                                split("start", "join", "a", "b").access(READS.mayChange("results")),
                                (flow, task) -> flow.results.add(1))
                        .step(linear("a", "join").access(READS), (flow, task) -> {})
                        .step(linear("b", "join").access(READS), (flow, task) -> {})
                        .step(join(Access.nothing()), (flow, task) -> {}),
                List.of());

        assertThat(log(run, "join")).containsExactly(LOST);
    }

    /** To look at what is lost takes an instance with the initial values. The join is over then. */
    @Test
    void anInstanceThatCannotBeMadeFailsNoTask() {
        AtomicBoolean joined = new AtomicBoolean();
        AtomicBoolean refused = new AtomicBoolean();
        Run run = TestRun.of(branches()
                        .step(join(Access.nothing()), (flow, task) -> joined.set(true))
                        .step(end("end").access(READS), (flow, task) -> {})
                        .build())
                .flowFactory(() -> {
                    if (joined.getAndSet(false)) {
                        refused.set(true);
                        throw new IllegalStateException("no more instances");
                    }
                    return new Collecting();
                })
                .run();

        assertThat(run.successful()).isTrue();
        assertThat(refused).isTrue();
        assertThat(log(run, "join")).isEmpty();
    }
}
