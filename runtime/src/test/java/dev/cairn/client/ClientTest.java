package dev.cairn.client;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cairn.codec.Codecs;
import dev.cairn.codec.Tree;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunStatus;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.AbsentArtifactException;
import dev.cairn.runtime.ForeachFrame;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.graph.FlowGraph;
import dev.cairn.runtime.graph.FlowGraph.Choice;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reading past runs. */
class ClientTest {
    private static final TestFlow<Numbers> FLOW = Numbers.flow("Sums")
            .step(
                    foreach("start", "join", "numbers", Items.iterable(Codecs.BOXED_INT), "work"),
                    (flow, task) -> flow.numbers = List.of(10, 20, 30))
            .step(linear("work", "join"), (flow, task) -> {
                flow.value = 2L * task.<Integer>item("numbers");
                task.context().log("doubled to\n" + flow.value);
            })
            .step(linear("join", "end").join(), (flow, task) -> flow.results = List.of(20L, 40L, 60L))
            .step(end("end"), (flow, task) -> {})
            .build();

    private final Datastore datastore = Datastore.inMemory();
    private final Cairn cairn = Cairn.open(datastore, FLOW);
    private final Cairn withoutCode = Cairn.open(datastore);
    private final Run run = TestRun.of(FLOW).datastore(datastore).tag("nightly").run();

    @Test
    void artifactByPathspec() {
        DataArtifact artifact = cairn.run(run.pathspec()).step("work").task(1).artifact("value");

        assertThat(artifact.value()).isEqualTo(40L);
        assertThat(artifact.as(long.class)).isEqualTo(40);
        assertThat(artifact.as(Long.class)).isEqualTo(40L);
        assertThat(artifact.type()).isEqualTo("long");
        assertThat(artifact.sha()).matches("[0-9a-f]{64}");
        assertThat(artifact.size()).isPositive();
        assertThat(artifact.createdAt())
                .isBetween(run.startedAt(), run.finishedAt().orElseThrow());
        assertThat(artifact.finishedAt())
                .isBetween(artifact.createdAt(), run.finishedAt().orElseThrow());
        assertThat(artifact).hasToString("DataArtifact(\"" + run.pathspec() + "/work/1/value\")");
    }

    @Test
    void valueOfAnotherClassIsNamed() {
        DataArtifact artifact = run.step("work").task().artifact("value");

        assertThatThrownBy(() -> artifact.as(String.class))
                .isExactlyInstanceOf(ClassCastException.class)
                .hasMessage(
                        "artifact " + run.pathspec() + "/work/0/value holds a java.lang.Long, not a java.lang.String");
    }

    @Test
    void treeNeedsNoClass() {
        DataArtifact artifact =
                withoutCode.run(run.pathspec()).step("start").task().artifact("numbers");

        assertThat(artifact.tree()).isInstanceOf(Tree.Sequence.class).hasToString("[10, 20, 30]");
        assertThatThrownBy(artifact::value)
                .isExactlyInstanceOf(UnknownFlowException.class)
                .hasMessage("flow `Sums` is not on the class path, so the values of its artifacts cannot be read. Add"
                        + " it to the class path, or call tree(), which needs no class.");
    }

    @Test
    void tasksComeInItemOrderAndStepsInGraphOrder() {
        assertThat(cairn.run(run.pathspec()).steps().stream().map(StepTasks::name))
                .containsExactly("start", "work", "join", "end");
        try (Stream<Task> tasks = run.step("work").stream()) {
            assertThat(tasks.map(Task::id)).containsExactly("work/0", "work/1", "work/2");
        }
        assertThat(run.step("work").count()).isEqualTo(3);
        assertThat(run.step("work").task(2).index()).hasValue(2);
        assertThat(run.step("end").task().index()).isEmpty();
    }

    @Test
    void parentsAndChildren() {
        assertThat(ids(run.step("start").task().parents())).isEmpty();
        assertThat(ids(run.step("start").task().children())).containsExactly("work/0", "work/1", "work/2");
        assertThat(ids(run.step("work").task(1).parents())).containsExactly("start");
        assertThat(ids(run.step("work").task(1).children())).containsExactly("join");
        assertThat(ids(run.step("join").task().parents())).containsExactly("work/0", "work/1", "work/2");
        assertThat(ids(run.step("join").task().children())).containsExactly("end");
        assertThat(ids(run.step("end").task().children())).isEmpty();
    }

    @Test
    void parentsOfStaticJoinAreInBranchOrder() {
        Run other = TestRun.run(Numbers.flow("Split")
                .step(split("start", "join", "left", "right"), (flow, task) -> {})
                .step(linear("left", "join"), (flow, task) -> {})
                .step(linear("right", "join"), (flow, task) -> {})
                .step(end("join").join(), (flow, task) -> {})
                .build());

        assertThat(ids(other.step("join").task().parents())).containsExactly("left", "right");
        assertThat(ids(other.step("start").task().children())).containsExactly("left", "right");
        assertThat(ids(other.step("left").task().children())).containsExactly("join");
    }

    @Test
    void foreachStack() {
        assertThat(run.step("work").task(1).foreachStack()).containsExactly(new ForeachFrame("numbers", 1, 3, 20));
        assertThat(run.step("join").task().foreachStack()).isEmpty();
    }

    @Test
    void internalArtifactsHaveTheNamesOfMetaflow() {
        Task start = run.step("start").task();
        Task work = run.step("work").task(1);
        Task end = run.step("end").task();

        assertThat(start.artifact("name").value()).isEqualTo("Sums");
        assertThat(work.artifact("_current_step").value()).isEqualTo("work");
        assertThat(work.artifact("_success").value()).isEqualTo(true);
        assertThat(work.artifact("_task_ok").value()).isEqualTo(true);
        assertThat(work.artifact("_exception").value()).isNull();
        assertThat(start.artifact("_transition").value()).isEqualTo(List.of(List.of("work"), "numbers"));
        assertThat(work.artifact("_transition").value()).isEqualTo(Arrays.asList(List.of("join"), null));
        assertThat(end.artifact("_transition").value()).isNull();
        assertThat(start.artifact("_foreach_var").value()).isEqualTo("numbers");
        assertThat(start.artifact("_foreach_num_splits").value()).isEqualTo(3);
        assertThat(start.artifact("_foreach_values").value()).isEqualTo(List.of("10", "20", "30"));
        assertThat(work.artifact("_foreach_values").value()).isNull();
        assertThat(start.artifact("_foreach_stack").value()).isEqualTo(List.of());
        assertThat(work.artifact("_foreach_stack").value())
                .isEqualTo(
                        List.of(Map.of("step", "work", "var", "numbers", "num_splits", 3, "index", 1, "value", "20")));
        assertThat(work.artifact("_success").tree()).hasToString("true");
        assertThat(work.artifacts().stream().map(DataArtifact::name)).noneMatch(name -> name.startsWith("_"));
        assertThat(work.internalArtifacts().stream().map(DataArtifact::name))
                .contains("name", "_graph_info", "_success")
                .isSorted()
                .hasSize(13);
    }

    @Test
    void artifactOfTheFlowIsNoneOfCairnsWhateverItsName() {
        Run other = TestRun.run(TestFlow.of("Named", Numbers.class, Numbers::new)
                .artifact("name", "String", Codecs.STRING, flow -> flow.text, (flow, value) -> flow.text = value)
                .step(end("start"), (flow, task) -> flow.text = "Ada")
                .build());
        Task task = other.step("start").task();

        assertThat(task.artifact("name").value()).isEqualTo("Ada");
        assertThat(task.artifacts().stream().map(DataArtifact::name)).containsExactly("name");
        assertThat(task.internalArtifacts().stream().map(DataArtifact::name))
                .contains("_success")
                .doesNotContain("name");
    }

    @Test
    void graphIsKnownWithoutCode() {
        FlowGraph graph = withoutCode.run(run.pathspec()).graph();

        assertThat(graph.flow()).isEqualTo("Sums");
        assertThat(graph.steps())
                .containsExactly(
                        new GraphStep("start", "split-foreach", "", List.of("work"), "numbers", "join", null),
                        new GraphStep("work", "linear", "", List.of("join"), null, null, null),
                        new GraphStep("join", "join", "", List.of("end"), null, null, null),
                        new GraphStep("end", "end", "", List.of(), null, null, null));
        assertThat(run.step("work").task().artifact("_graph_info").tree().toString())
                .contains("split-foreach");
    }

    @Test
    void graphOfSwitchIsKnownWithoutCode() {
        TestRun.of(Numbers.flow("Choosing")
                        .step(
                                switchOn("start", "text")
                                        .when("a", "left")
                                        .when("b", "right")
                                        .otherwise("right"),
                                (flow, task) -> flow.text = "b")
                        .step(linear("left", "end"), (flow, task) -> {})
                        .step(linear("right", "end"), (flow, task) -> {})
                        .step(end("end"), (flow, task) -> {})
                        .build())
                .datastore(datastore)
                .run();

        GraphStep start = withoutCode.flow("Choosing").latest().graph().steps().get(0);
        assertThat(start)
                .isEqualTo(new GraphStep(
                        "start",
                        "split-switch",
                        "",
                        List.of("left", "right"),
                        null,
                        null,
                        new Choice("text", Map.of("a", "left", "b", "right"), "right")));
    }

    @Test
    void logIsKeptWithTheTaskLineByLine() {
        try (Stream<LogLine> log = run.step("work").task(1).log()) {
            assertThat(log.map(LogLine::text)).containsExactly("doubled to", "40");
        }
        try (Stream<LogLine> log = run.step("end").task().log()) {
            assertThat(log).isEmpty();
        }
    }

    @Test
    void runsOfAFlow() {
        Run second = TestRun.of(FLOW).datastore(datastore).run();

        assertThat(cairn.flow("Sums").latest().id()).isEqualTo(second.id());
        assertThat(cairn.flow("Sums").tag("nightly").latestSuccessful().id()).isEqualTo(run.id());
        try (Stream<Run> runs = cairn.flow("Sums").stream()) {
            assertThat(runs.map(Run::id)).containsExactly(second.id(), run.id());
        }
        assertThat(cairn.flows()).containsExactly("Sums");
    }

    @Test
    void runsOfAllFlows() {
        Run other = TestRun.of(Numbers.flow("Other")
                        .step(end("start"), (flow, task) -> {})
                        .build())
                .datastore(datastore)
                .tag("weekly")
                .run();

        try (Stream<Run> runs = withoutCode.runs()) {
            assertThat(runs.map(Run::pathspec)).containsExactly(other.pathspec(), run.pathspec());
        }
        try (Stream<Run> runs = withoutCode.runs("nightly", "nightly")) {
            assertThat(runs.map(Run::pathspec)).containsExactly(run.pathspec());
        }
        try (Stream<Run> runs = withoutCode.runs("nightly", "weekly")) {
            assertThat(runs).isEmpty();
        }
    }

    @Test
    void attemptsOfARunComeInTheOrderOfTheirEnd() {
        try (Stream<Task> attempts = run.attempts()) {
            List<String> ids = attempts.map(Task::id).toList();
            assertThat(ids).hasSize(6).startsWith("start").endsWith("join", "end");
            assertThat(ids.subList(1, 4)).containsExactlyInAnyOrder("work/0", "work/1", "work/2");
        }
    }

    @Test
    void parametersAndConstants() {
        Run other = TestRun.run(TestFlow.of("Shared", Numbers.class, Numbers::new)
                .field(
                        ArtifactDefinition.parameter("text", "String", Codecs.STRING),
                        flow -> flow.text,
                        (flow, value) -> flow.text = value)
                .field(
                        ArtifactDefinition.constant("count", "int", Codecs.INT),
                        flow -> flow.count,
                        (flow, value) -> flow.count = value)
                .step(end("start"), (flow, task) -> {})
                .build());

        assertThat(other.parameters().stream().map(DataArtifact::pathspec)).containsExactly(other.pathspec() + "/text");
        assertThat(other.constants().stream().map(DataArtifact::pathspec)).containsExactly(other.pathspec() + "/count");
    }

    @Test
    void runKnowsItsCircumstances() {
        assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(run.finished()).isTrue();
        assertThat(run.died()).isFalse();
        assertThat(run.failure()).isEmpty();
        assertThat(run.user()).isEqualTo(System.getProperty("user.name"));
        assertThat(run.javaVersion()).isEqualTo(Runtime.version().toString());
        assertThat(run.step("work").task().metadata())
                .containsEntry("status", "SUCCEEDED")
                .containsEntry("attempt", "0");
    }

    @Test
    void tagsCanBeAddedAndRemovedAfterTheRun() {
        run.addTags("good", "seen");
        run.removeTags("nightly");

        assertThat(cairn.run(run.pathspec()).tags()).containsExactly("good", "seen");
    }

    @Test
    void whatCannotBeATagIsNotAdded() {
        assertThatThrownBy(() -> run.addTags("good", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a tag must not be blank");

        assertThat(cairn.run(run.pathspec()).tags()).containsExactly("nightly");
    }

    @Test
    void aRunMayBeCutToTheBeginningOrTheEndOfItsId() {
        String other = TestRun.of(FLOW).datastore(datastore).run().id();

        assertThat(cairn.run("Sums/" + run.id().substring(19)).id()).isEqualTo(run.id());
        assertThat(cairn.run("Sums/" + other.substring(0, 24)).id()).isEqualTo(other);
        assertThat(cairn.run("Sums/latest").id()).isEqualTo(other);
        assertThat(cairn.task("Sums/latest/work/1").id()).isEqualTo("work/1");
        assertThatThrownBy(() -> cairn.run("Sums/2"))
                .isInstanceOf(NoSuchRunException.class)
                .hasMessage("`2` matches several runs: Sums/" + other + ", " + run.pathspec() + "."
                        + " Write more of the id.");
    }

    @Test
    void unknownRunNamesTheNewestOnes() {
        assertThatThrownBy(() -> cairn.run("Sums/20200101T000000000-00000000"))
                .isExactlyInstanceOf(NoSuchRunException.class)
                .hasMessage("there is no run Sums/20200101T000000000-00000000 in memory:. The newest runs of"
                        + " flow `Sums`: "
                        + run.id() + ".");
        assertThatThrownBy(() -> cairn.run("Sums/123"))
                .hasMessage("there is no run Sums/123 in memory:. The newest runs of flow `Sums`: " + run.id() + ".");
        assertThatThrownBy(() -> cairn.run("Other/" + run.id()))
                .hasMessage("there is no run Other/" + run.id() + " in memory:. It has no run of flow `Other`.");
    }

    @Test
    void flowWithoutRuns() {
        assertThatThrownBy(() -> cairn.flow("Other").latest())
                .isExactlyInstanceOf(NoSuchRunException.class)
                .hasMessage("flow `Other` has no run in memory:.");
        assertThatThrownBy(() -> cairn.flow("Sums").tag("weekly").latestSuccessful())
                .hasMessage("flow `Sums` has no successful run with tag `weekly` in memory:.");
    }

    @Test
    void unknownStepIsNamedWithWhatMayHaveBeenMeant() {
        assertThatThrownBy(() -> run.step("wrok"))
                .isExactlyInstanceOf(NoSuchStepException.class)
                .hasMessage("run " + run.pathspec() + " has no step `wrok`. Did you mean `work`?"
                        + " Its steps: start, work, join, end.");
    }

    @Test
    void unknownTask() {
        assertThatThrownBy(() -> run.step("work").task(3))
                .isExactlyInstanceOf(NoSuchTaskException.class)
                .hasMessage("step `work/3` has no finished task in run " + run.pathspec()
                        + ". If it may not have run, check ran(..) first.");
    }

    @Test
    void unknownArtifactIsNamedWithWhatMayHaveBeenMeant() {
        assertThatThrownBy(() -> run.step("work").task().artifact("valeu"))
                .isExactlyInstanceOf(AbsentArtifactException.class)
                .hasMessage("artifact `valeu` does not exist after task " + run.pathspec() + "/work/0."
                        + " Did you mean `value`?");
    }

    @Test
    void malformedPathspec() {
        assertThat(catchThrowable(() -> cairn.run("Sums")))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("`Sums` does not name a run, which looks like ModelSelection/20261123T211357042-k3f9x2dq");
        assertThat(cairn.task(run.pathspec() + "/work/2").artifact("value").value())
                .isEqualTo(60L);
    }

    private static List<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::id).toList();
    }
}
