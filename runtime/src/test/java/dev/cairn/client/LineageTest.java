package dev.cairn.client;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.Merge;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.Items;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which task made an artifact, and which tasks read it. */
class LineageTest {
    private final FakeClock clock = new FakeClock();
    private final Datastore datastore = Datastore.inMemory();
    private boolean fails;

    /** Each step takes a second, unless {@code instantly}: then all happens at one moment. */
    private TestFlow<Numbers> flow(boolean instantly) {
        Runnable works = () -> clock.advance(instantly ? Duration.ZERO : Duration.ofSeconds(1));
        return Numbers.flow("Lines")
                .step(
                        foreach("start", "join", "numbers", Items.iterable(Codecs.BOXED_INT), "work")
                                .access(Access.nothing().mustAssign("numbers", "text", "count")),
                        (each, task) -> {
                            works.run();
                            each.numbers = List.of(10, 20, 30);
                            each.text = "a";
                            each.count = 1;
                        })
                .step(
                        linear("work", "check")
                                .access(Access.nothing().reads("text").mustAssign("value")),
                        (each, task) -> {
                            works.run();
                            each.value = 7; // equal in all
                        })
                .step(linear("check", "join").access(Access.nothing().reads("value")), (each, task) -> works.run())
                .step(linear("join", "last").join().access(Access.nothing().mustAssign("count")), (each, task) -> {
                    works.run();
                    each.count = 2;
                    task.inputs().mergeInto(each, Merge.all());
                })
                .step(linear("last", "end").access(Access.nothing().reads("text", "count")), (each, task) -> {
                    works.run();
                    if (fails) {
                        throw new IllegalStateException("later");
                    }
                })
                .step(end("end").access(Access.nothing().reads("value")), (each, task) -> works.run())
                .build();
    }

    private Run run(boolean instantly) {
        return TestRun.of(flow(instantly))
                .datastore(datastore)
                .clock(clock)
                .maxWorkers(1)
                .run();
    }

    private static List<String> ids(Stream<Task> tasks) {
        try (tasks) {
            return tasks.map(Task::id).toList();
        }
    }

    private static String producer(Run run, String task, String artifact) {
        return run.task(task).artifact(artifact).producer().orElseThrow().id();
    }

    @Test
    void producerIsTheTaskThatStoredTheVersion() {
        for (boolean instantly : List.of(false, true)) {
            Run run = run(instantly);

            assertThat(producer(run, "start", "text")).isEqualTo("start");
            assertThat(producer(run, "check/2", "text")).isEqualTo("start");
            assertThat(producer(run, "end", "text")).isEqualTo("start");
            assertThat(producer(run, "work/1", "value")).isEqualTo("work/1");
            assertThat(producer(run, "check/1", "value")).isEqualTo("work/1");
            assertThat(producer(run, "end", "count")).isEqualTo("join");
            assertThat(producer(run, "check/0", "count")).isEqualTo("start");
        }
    }

    @Test
    void versionThatAJoinMergedComesFromTheElementThatHasIt() {
        assertThat(producer(run(false), "end", "value")).isEqualTo("work/0");
    }

    @Test
    void readersAreTheTasksThatStartedWithTheVersionAndWhoseCodeReadsIt() {
        for (boolean instantly : List.of(false, true)) {
            Run run = run(instantly);

            assertThat(ids(run.task("end").artifact("text").readers()))
                    .containsExactly("work/0", "work/1", "work/2", "join", "last");
            assertThat(ids(run.task("start").artifact("count").readers())).containsExactly("join");
            assertThat(ids(run.task("join").artifact("count").readers())).containsExactly("last");
        }
        assertThat(ids(run(false).task("work/1").artifact("value").readers())).containsExactly("check/1", "join");
        assertThat(ids(run(false).task("work/0").artifact("value").readers()))
                .containsExactly("check/0", "join", "end");
    }

    @Test
    void taskTellsWhatItsStepAssigned() {
        for (boolean instantly : List.of(false, true)) {
            Run run = run(instantly);

            assertThat(run.task("start").assigned().stream().map(DataArtifact::name))
                    .containsExactly("count", "numbers", "text");
            assertThat(run.task("work/1").assigned().stream().map(DataArtifact::name))
                    .containsExactly("value");
            assertThat(run.task("check/1").assigned()).isEmpty();
            assertThat(run.task("join").assigned().stream().map(DataArtifact::name))
                    .containsExactly("count");
        }
    }

    @Test
    void parametersBelongToTheRunAndAreReadByTheStepsThatReadThem() {
        TestFlow<Numbers> flow = TestFlow.of("Given", Numbers.class, Numbers::new)
                .field(
                        ArtifactDefinition.parameter("count", "int", Codecs.INT),
                        each -> each.count,
                        (each, value) -> each.count = value)
                .step(split("start", "join", "left", "right").access(Access.nothing()), (each, task) -> {})
                .step(linear("left", "join").access(Access.nothing().reads("count")), (each, task) -> {})
                .step(linear("right", "join").access(Access.nothing()), (each, task) -> {})
                .step(end("join").join(), (each, task) -> {})
                .build();
        Run run = TestRun.run(flow);

        assertThat(run.artifact("count").producer()).isEmpty();
        assertThat(run.task("left").artifact("count").producer()).isEmpty();
        assertThat(ids(run.artifact("count").readers())).containsExactly("left", "join");
        assertThat(ids(run.task("right").artifact("count").readers())).containsExactly("left", "join");
        assertThat(run.task("left")
                        .artifact("_success")
                        .producer()
                        .orElseThrow()
                        .id())
                .isEqualTo("left");
        assertThat(ids(run.task("left").artifact("_success").readers())).isEmpty();
    }

    @Test
    void loopsAreFollowedBackToTheIterationThatAssigned() {
        Run run = TestRun.run(Numbers.flow("Loop")
                .step(linear("start", "turn").access(Access.nothing().mustAssign("count", "text")), (each, task) -> {
                    each.count = 0;
                    each.text = "kept";
                })
                .step(
                        switchOn("turn", "value")
                                .when("0", "end")
                                .otherwise("turn")
                                .access(Access.nothing().reads("count").mustAssign("count", "value")),
                        (each, task) -> {
                            each.count++;
                            each.value = each.count < 5 ? 1 : 0;
                        })
                .step(end("end").access(Access.nothing().reads("count")), (each, task) -> {})
                .build());

        assertThat(producer(run, "end", "text")).isEqualTo("start");
        assertThat(producer(run, "end", "count")).isEqualTo("turn#4");
        assertThat(ids(run.task("turn#1").artifact("count").readers())).containsExactly("turn#2");
        assertThat(ids(run.task("turn#4").artifact("count").readers())).containsExactly("end");
    }

    @Test
    void resumedRunTellsTheRunThatATaskCameFrom() {
        fails = true;
        String[] origin = new String[1];
        Map<String, String> code =
                Map.of("start", "1", "work", "1", "check", "1", "join", "1", "last", "1", "end", "1");
        try {
            TestRun.of(flow(false))
                    .datastore(datastore)
                    .clock(clock)
                    .code(code)
                    .onStart(run -> origin[0] = run.id().toString())
                    .run();
        } catch (FlowFailedException e) {
            fails = false;
        }
        Run resumed = TestRun.of(flow(false))
                .datastore(datastore)
                .clock(clock)
                .code(code)
                .resume(origin[0]);

        Task producer = resumed.task("end").artifact("value").producer().orElseThrow();
        assertThat(producer.pathspec()).isEqualTo(resumed.pathspec() + "/work/0");
        assertThat(producer.origin()).contains("Lines/" + origin[0] + "/work/0");
        assertThat(producer.originTask().orElseThrow().pathspec()).isEqualTo("Lines/" + origin[0] + "/work/0");
        assertThat(resumed.task("last").originTask()).isEmpty();
        datastore.runs().delete(new RunId(origin[0]));
        assertThat(producer.originTask()).isEmpty();
    }
}
