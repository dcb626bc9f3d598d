package dev.cairn.engine.flows;

import static dev.cairn.runtime.Merge.all;
import static dev.cairn.runtime.Merge.except;
import static dev.cairn.runtime.Merge.only;
import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.codec.Codecs;
import dev.cairn.engine.flows.Collecting.Name;
import dev.cairn.engine.flows.TestFlow.Body;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A change in place is a result like an assignment, in joins too. */
class ChangesInPlaceTest extends OnEachStore {
    private static final Access NOTHING = Access.nothing();

    @Test
    void aListThatAJoinFillsIsThereInTheNextStep() {
        Run run = joined(NOTHING.mayChange("results"), (flow, task) -> {
            results(task.inputs()).forEach(flow.results::add);
            task.inputs().mergeInto(flow, except(Name.RESULT));
        });

        assertThat(run.step("end").task().artifact("results").value()).isEqualTo(List.of(10, 20, 30));
    }

    @Test
    void mapsArraysAndObjectsTooAndWithoutAMerge() {
        Run run = joined(NOTHING.mayChange("sums", "counts", "account"), (flow, task) -> {
            for (int result : results(task.inputs())) {
                flow.sums.merge("all", result, Integer::sum);
                flow.counts[result > 15 ? 1 : 0]++;
                flow.account.add(result);
            }
        });

        Task end = run.step("end").task();
        assertThat(end.artifact("sums").value()).isEqualTo(Map.of("all", 60));
        assertThat(end.artifact("counts").value()).isEqualTo(new int[] {1, 2});
        assertThat(end.artifact("account").as(Account.class).total()).isEqualTo(60);
        assertThat(end.has("results")).isFalse();
    }

    @Test
    void whatIsAddedBeforeAndAfterTheMergeIsKept() {
        Run run = joined(NOTHING.mayChange("results"), (flow, task) -> {
            flow.results.add(1);
            task.inputs().mergeInto(flow, except(Name.RESULT));
            flow.results.add(2);
        });

        assertThat(run.step("end").task().artifact("results").value()).isEqualTo(List.of(1, 2));
    }

    @Test
    void whatIsMergedAndThenChangedIsANewVersion() {
        Run run = joined(NOTHING.reads("results").mayChange("results"), (flow, task) -> {
            task.inputs().mergeInto(flow, except(Name.RESULT));
            flow.results.add(2);
        });

        assertThat(run.step("start").task().artifact("results").value()).isEqualTo(List.of());
        assertThat(run.step("end").task().artifact("results").value()).isEqualTo(List.of(2));
    }

    @Test
    void whatIsMergedAndNotChangedPassesOnByReference() {
        Run run = joined(NOTHING.reads("marks").mayChange("marks"), (flow, task) -> {
            task.inputs().mergeInto(flow, except(Name.RESULT));
            flow.marks.size();
        });

        assertSameVersion(run, "marks", "start", "join");
    }

    @Test
    void whatAJoinMayChangeIsStoredAsItStandsAlsoIfItDoesNot() {
        Run run = joined(NOTHING.mayChange("results", "marks"), (flow, task) -> {});

        Task join = run.step("join").task();
        assertThat(join.artifact("results").value()).isEqualTo(List.of());
        assertThat(join.has("marks")).isTrue();
        assertSameVersion(run, "marks", "join", "end");
        assertThat(join.has("sums")).isFalse();
    }

    @Test
    void branchesMayDisagreeOnWhatTheJoinHasChanged() {
        Run run = split(
                (flow, task) -> flow.results.add(1),
                (flow, task) -> flow.results.add(2),
                NOTHING.mayChange("results"),
                (flow, task) -> {
                    flow.results.add(3);
                    task.inputs().mergeInto(flow, all());
                });

        assertThat(run.step("end").task().artifact("results").value()).isEqualTo(List.of(3));
    }

    @Test
    void anInitialiserThatMakesAnotherValueEachTimeIsNoChange() {
        Run run = split(
                (flow, task) -> {},
                (flow, task) -> {},
                NOTHING.mayChange("marks"),
                (flow, task) -> task.inputs().mergeInto(flow, all()));

        assertSameVersion(run, "marks", "start", "end");
    }

    @Test
    void withoutAnalysisItIsNoChangeEither() {
        Run run = split(
                (flow, task) -> {},
                (flow, task) -> {},
                Access.everything(),
                (flow, task) -> task.inputs().mergeInto(flow, all()));

        assertSameVersion(run, "marks", "start", "end");
    }

    @Test
    void whatTheEndHasChangedIsStored() {
        Run run = run(Collecting.flow()
                .step(range(), (flow, task) -> flow.count = 3)
                .step(work(), (flow, task) -> flow.result = (task.index("count") + 1) * 10)
                .step(
                        end("join").join().access(NOTHING.mayChange("results")),
                        (flow, task) -> results(task.inputs()).forEach(flow.results::add))
                .build());

        assertThat(run.step("join").task().artifact("results").value()).isEqualTo(List.of(10, 20, 30));
    }

    @Test
    void aJoinFansOutOverWhatItHasChanged() {
        List<Object> items = new ArrayList<>();
        Run run = run(Collecting.flow()
                .step(range(), (flow, task) -> flow.count = 3)
                .step(work(), (flow, task) -> flow.result = (task.index("count") + 1) * 10)
                .step(
                        foreach("join", "end", "results", Items.iterable(Codecs.BOXED_INT), "again")
                                .join()
                                .maxParallel(1)
                                .access(NOTHING.mayChange("results")),
                        (flow, task) -> results(task.inputs()).forEach(flow.results::add))
                .step(
                        linear("again", "end").maxParallel(1).access(NOTHING),
                        (flow, task) -> items.add(task.item("results")))
                .step(end("end").join().access(NOTHING), (flow, task) -> {})
                .build());

        assertThat(run.successful()).isTrue();
        assertThat(items).containsExactlyInAnyOrder(10, 20, 30);
    }

    @Test
    void aJoinSwitchesOnWhatItHasSet() {
        Run run = run(Collecting.flow()
                .step(range(), (flow, task) -> flow.count = 3)
                .step(work(), (flow, task) -> flow.result = (task.index("count") + 1) * 10)
                .step(
                        switchOn("join", "mode")
                                .when("fast", "quick")
                                .when("slow", "end")
                                .join()
                                .access(NOTHING.mustAssign("mode").assignedBeforeMerge("mode")),
                        (flow, task) -> {
                            flow.mode = "fast";
                            task.inputs().mergeInto(flow, except(Name.RESULT));
                        })
                .step(linear("quick", "end").access(NOTHING), (flow, task) -> {})
                .step(end("end").access(NOTHING), (flow, task) -> {})
                .build());

        assertThat(run.step("quick").task().successful()).isTrue();
    }

    @Test
    void afterAJoinThatDropsItAChangeOfTheInitialValueIsStored() {
        Run run = run(Collecting.flow()
                .step(range(), (flow, task) -> flow.count = 1)
                .step(work(), (flow, task) -> {})
                .step(linear("join", "unchanged").join().access(NOTHING), (flow, task) -> {})
                .step(linear("unchanged", "changed").access(NOTHING.mayChange("results", "marks")), (flow, task) -> {})
                .step(
                        linear("changed", "end").access(NOTHING.mayChange("results")),
                        (flow, task) -> flow.results.add(1))
                .step(end("end").access(NOTHING), (flow, task) -> {})
                .build());

        assertThat(run.step("unchanged").task().has("results")).isFalse();
        assertThat(run.step("unchanged").task().has("marks")).isFalse();
        assertThat(run.step("end").task().artifact("results").value()).isEqualTo(List.of(1));
    }

    @Test
    void ofAFailedAttemptWhatWasChangedIsKeptAndTheNextOneStartsClean() {
        Run run = run(Collecting.flow()
                .step(range(), (flow, task) -> flow.count = 2)
                .step(work(), (flow, task) -> flow.result = task.index("count"))
                .step(
                        linear("join", "end").join().retry(Retries.of(1)).access(NOTHING.mayChange("results")),
                        (flow, task) -> {
                            results(task.inputs()).forEach(flow.results::add);
                            if (task.context().attempt() == 0) {
                                throw new IllegalStateException("once");
                            }
                        })
                .step(end("end").access(NOTHING), (flow, task) -> {})
                .build());

        Task join = run.step("join").task();
        assertThat(join.attempts().get(0).artifact("results").value()).isEqualTo(List.of(0, 1));
        assertThat(run.step("end").task().artifact("results").value()).isEqualTo(List.of(0, 1));
    }

    @Test
    void whatWasChangedBeforeACaughtFailureIsThereInTheNextStep() {
        Run run = run(Collecting.flow()
                .step(range(), (flow, task) -> flow.count = 2)
                .step(work(), (flow, task) -> flow.result = task.index("count"))
                .step(
                        linear("join", "end")
                                .join()
                                .caughtIn("failure")
                                .access(NOTHING.reads("sums").mayChange("results", "sums")),
                        (flow, task) -> {
                            task.inputs().mergeInto(flow, only(Name.SUMS));
                            flow.results.add(1);
                            flow.sums.put("a", 1);
                            throw new IllegalStateException();
                        })
                .step(end("end").access(NOTHING), (flow, task) -> {})
                .build());

        Task end = run.step("end").task();
        assertThat(end.artifact("results").value()).isEqualTo(List.of(1));
        assertThat(end.artifact("sums").value()).isEqualTo(Map.of("a", 1));
    }

    @Test
    void whatAnAttemptDidNotAssignBeforeItFailedIsAsBefore() {
        Run run = run(Collecting.flow()
                .step(
                        linear("start", "work")
                                .access(NOTHING.mayChange("results").reads("results")),
                        (flow, task) -> {
                            flow.results.add(7);
                        })
                .step(
                        linear("work", "end").retry(Retries.of(1)).access(NOTHING.mustAssign("results", "marks")),
                        (flow, task) -> {
                            flow.marks = List.of(new UUID(1, 2));
                            if (task.context().attempt() == 0) {
                                throw new IllegalStateException("once");
                            }
                            flow.results = List.of(8);
                        })
                .step(end("end").access(NOTHING), (flow, task) -> {})
                .build());

        Task failed = run.step("work").task().attempts().get(0);
        assertThat(failed.artifact("results").value()).isEqualTo(List.of(7));
        assertThat(failed.artifact("marks").value()).isEqualTo(List.of(new UUID(1, 2)));
        assertThat(run.step("end").task().artifact("results").value()).isEqualTo(List.of(8));
    }

    private static void assertSameVersion(Run run, String artifact, String step, String laterStep) {
        assertThat(run.step(laterStep).task().artifact(artifact).createdAt())
                .isEqualTo(run.step(step).task().artifact(artifact).createdAt());
        assertThat(run.step(laterStep).task().artifact(artifact).sha())
                .isEqualTo(run.step(step).task().artifact(artifact).sha());
    }

    private static List<Integer> results(JoinedTasks inputs) {
        return IntStream.range(0, inputs.size())
                .mapToObj(branch -> (Integer) inputs.get(branch).value("result"))
                .toList();
    }

    private static StepDefinition range() {
        return foreach("start", "join", "count", Items.range(), "work").access(NOTHING.mustAssign("count"));
    }

    private static StepDefinition work() {
        return linear("work", "join").access(NOTHING.mustAssign("result"));
    }

    private Run joined(Access access, Body<Collecting> join) {
        return run(Collecting.flow()
                .step(range(), (flow, task) -> flow.count = 3)
                .step(work(), (flow, task) -> flow.result = (task.index("count") + 1) * 10)
                .step(linear("join", "end").join().access(access), join)
                .step(end("end").access(NOTHING), (flow, task) -> {})
                .build());
    }

    private Run split(Body<Collecting> left, Body<Collecting> right, Access access, Body<Collecting> join) {
        Access changes = NOTHING.reads("results").mayChange("results");
        return run(Collecting.flow()
                .step(StepDefinition.split("start", "join", "left", "right").access(NOTHING), (flow, task) -> {})
                .step(linear("left", "join").access(changes), left)
                .step(linear("right", "join").access(changes), right)
                .step(linear("join", "end").join().access(access), join)
                .step(end("end").access(NOTHING), (flow, task) -> {})
                .build());
    }
}
