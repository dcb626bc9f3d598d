package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.LogLine;
import dev.cairn.runtime.Failure;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a task says of an object that is in two of its artifacts. */
class SharedObjectsInTasksTest {
    private static final ArtifactCodec<List<Integer>> NUMBERS = Codecs.list(Codecs.BOXED_INT);

    private static final String SAME =
            "`one` and `two` are one object here, but two copies after this step: a later change of one does not"
                    + " change the other. Store a key or an index in one of the two places, or a copy";

    /** Three artifacts. */
    static final class Lists {
        int n = 100;

        @Nullable
        List<Integer> one;

        @Nullable
        List<Integer> two;

        @Nullable
        List<List<Integer>> rows;

        @Nullable
        Failure failure;
    }

    private static TestFlow.Builder<Lists> flow() {
        return TestFlow.of("Lists", Lists.class, Lists::new)
                .artifact("n", "int", Codecs.INT, flow -> flow.n, (flow, value) -> flow.n = value)
                .artifact("one", "List<Integer>", NUMBERS, flow -> flow.one, (flow, value) -> flow.one = value)
                .artifact("two", "List<Integer>", NUMBERS, flow -> flow.two, (flow, value) -> flow.two = value)
                .artifact(
                        "rows",
                        "List<List<Integer>>",
                        Codecs.list(NUMBERS),
                        flow -> flow.rows,
                        (flow, value) -> flow.rows = value);
    }

    private static List<String> log(Task task) {
        try (Stream<LogLine> lines = task.log()) {
            return lines.map(LogLine::text).toList();
        }
    }

    @Test
    void twoArtifactsThatTheTaskStores() {
        Run run = TestRun.run(flow().step(
                        linear("start", "end").access(Access.nothing().mustAssign("one", "two", "rows")),
                        (flow, task) -> {
                            flow.one = new ArrayList<>();
                            flow.two = flow.one;
                            flow.rows = List.of(new ArrayList<>(), flow.one);
                        })
                .step(end("end").access(Access.nothing()), (flow, task) -> {})
                .build());

        assertThat(log(run.step("start").task())).containsExactly(SAME, SAME.replace("`two`", "`rows[1]`"));
        assertThat(log(run.step("end").task())).isEmpty();
    }

    @Test
    void oneThatTheTaskStoresAndOneThatItLoadedAndPassesOn() {
        Run run = TestRun.run(flow().step(
                        linear("start", "middle").access(Access.nothing().mustAssign("one", "rows")), (flow, task) -> {
                            flow.one = new ArrayList<>();
                            flow.rows = new ArrayList<>(List.of(new ArrayList<>(List.of(7))));
                        })
                .step(
                        linear("middle", "last")
                                .access(Access.nothing().reads("one", "rows").mustAssign("two")),
                        (flow, task) -> flow.two = flow.rows.get(0))
                .step(
                        linear("last", "end").access(Access.nothing().reads("one", "two", "rows")),
                        (flow, task) -> assertThat(flow.two).isEqualTo(flow.rows.get(0)))
                .step(end("end").access(Access.nothing()), (flow, task) -> {})
                .build());

        assertThat(log(run.step("start").task())).isEmpty();
        assertThat(log(run.step("middle").task()))
                .containsExactly(SAME.replace("`one` and `two`", "`two` and `rows[0]`"));
        assertThat(log(run.step("last").task())).isEmpty();
    }

    @Test
    void twoPlacesOfOneArtifact() {
        Run run = TestRun.run(flow().step(
                        linear("start", "end").access(Access.nothing().mustAssign("rows")), (flow, task) -> {
                            List<Integer> row = new ArrayList<>();
                            flow.rows = List.of(row, row);
                        })
                .step(end("end").access(Access.nothing()), (flow, task) -> {})
                .build());

        assertThat(log(run.step("start").task()))
                .containsExactly(SAME.replace("`one` and `two`", "`rows[0]` and `rows[1]`"));
    }

    @Test
    void aParameterAndAnArtifactButNotAConstantAndAParameter() {
        TestFlow.Builder<Lists> flow = TestFlow.of("Given", Lists.class, () -> {
                    Lists lists = new Lists();
                    lists.one = new ArrayList<>(List.of(1));
                    lists.rows = List.of(lists.one);
                    return lists;
                })
                .field(
                        ArtifactDefinition.parameter("one", "List<Integer>", NUMBERS),
                        given -> given.one,
                        (given, value) -> given.one = value)
                .artifact("two", "List<Integer>", NUMBERS, given -> given.two, (given, value) -> given.two = value)
                .field(
                        ArtifactDefinition.constant("rows", "List<List<Integer>>", Codecs.list(NUMBERS)),
                        given -> given.rows,
                        (given, value) -> given.rows = value);
        Run run = TestRun.run(flow.step(linear("start", "middle").access(Access.nothing()), (given, task) -> {})
                .step(
                        linear("middle", "last")
                                .access(Access.nothing().reads("one").mustAssign("two")),
                        (given, task) -> given.two = given.one)
                .step(
                        linear("last", "end")
                                .access(Access.nothing().reads("rows").mustAssign("two")),
                        (given, task) -> given.two = given.rows.get(0))
                .step(end("end").access(Access.nothing()), (given, task) -> {})
                .build());

        assertThat(log(run.step("start").task())).isEmpty();
        assertThat(log(run.step("middle").task())).containsExactly(SAME);
        assertThat(log(run.step("last").task()))
                .containsExactly(SAME.replace("`one` and `two`", "`two` and `rows[0]`"));
    }

    @Test
    void oneThatTheTaskStoresAndOneThatExistsInNoTask() {
        TestFlow.Builder<Lists> flow = TestFlow.of("Dropped", Lists.class, () -> {
                    Lists lists = new Lists();
                    lists.one = new ArrayList<>(List.of(1));
                    return lists;
                })
                .artifact("n", "int", Codecs.INT, lists -> lists.n, (lists, value) -> lists.n = value)
                .field(
                        ArtifactDefinition.artifact("one", "List<Integer>", NUMBERS)
                                .initialised(),
                        lists -> lists.one,
                        (lists, value) -> lists.one = value)
                .artifact("two", "List<Integer>", NUMBERS, lists -> lists.two, (lists, value) -> lists.two = value);
        Run run = TestRun.run(flow.step(
                        foreach("start", "join", "n", Items.range(), "work")
                                .access(Access.nothing().mustAssign("n")),
                        (lists, task) -> lists.n = 1)
                .step(linear("work", "join").access(Access.nothing()), (lists, task) -> {})
                .step(linear("join", "last").join().access(Access.nothing()), (lists, task) -> {})
                .step(linear("last", "end").access(Access.nothing().mustAssign("two")), (lists, task) -> {
                    lists.two = lists.one; // dropped by the join
                })
                .step(end("end").access(Access.nothing()), (lists, task) -> {})
                .build());

        assertThat(log(run.step("last").task())).containsExactly(SAME);
    }

    @Test
    void twoArtifactsOfATaskWhoseFailureIsCaught() {
        Run run = TestRun.run(flow().artifact(
                        "failure",
                        "Failure",
                        new FailureCodec(),
                        lists -> lists.failure,
                        (lists, value) -> lists.failure = value)
                .step(
                        linear("start", "end")
                                .access(Access.nothing().mustAssign("one", "two"))
                                .caughtIn("failure"),
                        (lists, task) -> {
                            lists.one = new ArrayList<>();
                            lists.two = lists.one;
                            throw new IllegalStateException("no");
                        })
                .step(end("end").access(Access.nothing()), (lists, task) -> {})
                .build());

        assertThat(log(run.step("start").task())).contains(SAME);
    }

    @Test
    void thoseOfAForeachSayItOnce() {
        Run run = TestRun.of(flow().step(
                                foreach("start", "gather", "n", Items.range(), "work")
                                        .access(Access.nothing().mustAssign("n")),
                                (flow, task) -> flow.n = 100)
                        .step(
                                linear("work", "gather").access(Access.nothing().mustAssign("one", "two")),
                                (flow, task) -> {
                                    flow.one = new ArrayList<>();
                                    flow.two = flow.one;
                                })
                        .step(linear("gather", "end").join().access(Access.nothing()), (flow, task) -> {})
                        .step(end("end").access(Access.nothing()), (flow, task) -> {})
                        .build())
                .maxWorkers(1)
                .run();

        List<String> lines;
        try (Stream<Task> tasks = run.step("work").stream()) {
            lines = tasks.flatMap(task -> log(task).stream()).toList();
        }
        assertThat(lines).containsExactly(SAME);
    }

    @Test
    void notSaidOfTheLastTask() {
        Run run = TestRun.run(flow().step(linear("start", "end").access(Access.nothing()), (flow, task) -> {})
                .step(end("end").access(Access.nothing().mustAssign("one", "two")), (flow, task) -> {
                    flow.one = new ArrayList<>();
                    flow.two = flow.one;
                })
                .build());

        assertThat(log(run.step("end").task())).isEmpty();
    }
}
