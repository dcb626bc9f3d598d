package dev.cairn.client;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.StepCodeDiff.Change;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.Tree;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.Items;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is different in two runs. */
class RunDiffTest {
    private static final Map<String, String> CODE = Map.of("start", "1:a", "work", "1:a", "join", "1:a");

    private final Datastore datastore = Datastore.inMemory();

    /** The flow class. */
    static final class Flow {
        int factor = 1;

        @Nullable
        List<Integer> numbers;

        @Nullable
        Map<String, Integer> marks;

        @Nullable
        String text;

        long product;
    }

    private TestFlow<Flow> flow(int elements) {
        return TestFlow.of("Products", Flow.class, Flow::new)
                .field(
                        ArtifactDefinition.parameter("factor", "int", Codecs.INT),
                        each -> each.factor,
                        (each, value) -> each.factor = value)
                .artifact(
                        "numbers",
                        "List<Integer>",
                        Codecs.list(Codecs.BOXED_INT),
                        each -> each.numbers,
                        (each, value) -> each.numbers = value)
                .artifact(
                        "marks",
                        "Map<String, Integer>",
                        Codecs.map(Codecs.STRING, Codecs.BOXED_INT),
                        each -> each.marks,
                        (each, value) -> each.marks = value)
                .artifact("text", "String", Codecs.STRING, each -> each.text, (each, value) -> each.text = value)
                .artifact("product", "long", Codecs.LONG, each -> each.product, (each, value) -> each.product = value)
                .step(
                        foreach("start", "join", "numbers", Items.iterable(Codecs.BOXED_INT), "work")
                                .access(Access.nothing().reads("factor").mustAssign("numbers", "text", "marks")),
                        (each, task) -> {
                            each.numbers = List.of(1, 2, 3).subList(0, elements);
                            each.text = "factor " + each.factor;
                            each.marks = new HashMap<>(Map.of("a", 1, "b", each.factor));
                        })
                .step(
                        linear("work", "join")
                                .access(Access.nothing().reads("factor").mustAssign("product")),
                        (each, task) -> each.product = Math.min(3L, each.factor * (long) task.<Integer>item("numbers")))
                .step(end("join").join().access(Access.nothing()), (each, task) -> {})
                .build();
    }

    private Run run(int factor, int elements, Map<String, String> code) {
        return TestRun.of(flow(elements))
                .datastore(datastore)
                .parameter("factor", factor)
                .code(code)
                .run();
    }

    private static List<TaskDiff> tasks(RunDiff diff, String step) {
        try (Stream<TaskDiff> tasks = diff.tasks(step)) {
            return tasks.toList();
        }
    }

    private static List<String> fields(ArtifactDiff artifact) {
        return artifact.fields()
                .map(field -> field.path() + ": " + text(field.first()) + " -> " + text(field.second()))
                .toList();
    }

    private static String text(Optional<Tree> tree) {
        return tree.map(Tree::toString).orElse("nothing");
    }

    @Test
    void equalRunsHaveNoDifference() {
        RunDiff diff = run(2, 3, CODE).diff(run(2, 3, CODE));

        assertThat(diff.parameters()).isEmpty();
        assertThat(diff.code()).extracting(StepCodeDiff::change).containsOnly(Change.SAME);
        assertThat(diff.steps()).containsExactly("start", "work", "join");
        for (String step : diff.steps()) {
            assertThat(tasks(diff, step)).isEmpty();
        }
    }

    @Test
    void parametersAndArtifactsAreComparedDownToTheirParts() {
        RunDiff diff = run(2, 3, CODE).diff(run(3, 3, CODE));

        assertThat(diff.parameters()).extracting(ArtifactDiff::name).containsExactly("factor");
        assertThat(fields(diff.parameters().get(0))).containsExactly(": 2 -> 3");
        TaskDiff start = tasks(diff, "start").get(0);
        assertThat(start.artifacts()).extracting(ArtifactDiff::name).containsExactlyInAnyOrder("text", "marks");
        ArtifactDiff marks = start.artifacts().stream()
                .filter(each -> each.name().equals("marks"))
                .findFirst()
                .orElseThrow();
        assertThat(fields(marks)).containsExactly("[\"b\"]: 2 -> 3");
        assertThat(marks.first().orElseThrow().pathspec())
                .isEqualTo(diff.first().pathspec() + "/start/marks");
    }

    @Test
    void differenceIsReportedWhereItArisesAndNotWhereItIsPassedOn() {
        RunDiff diff = run(2, 3, CODE).diff(run(3, 3, CODE));

        assertThat(tasks(diff, "work")).extracting(TaskDiff::id).containsExactly("work/0"); // the others are 3 in both
        assertThat(tasks(diff, "work").get(0).artifacts())
                .extracting(ArtifactDiff::name)
                .containsExactly("product");
        assertThat(tasks(diff, "join")).isEmpty();
    }

    @Test
    void taskThatOnlyOneRunHasIsNamed() {
        RunDiff diff = run(2, 3, CODE).diff(run(2, 1, CODE));

        List<TaskDiff> work = tasks(diff, "work");
        assertThat(work).extracting(TaskDiff::id).containsExactly("work/1", "work/2");
        assertThat(work)
                .allMatch(task -> task.first().isPresent() && task.second().isEmpty());
        try (TaskDifferences differences = diff.differences("work")) {
            differences.forEachRemaining(task -> {});
            assertThat(differences.compared()).isEqualTo(3);
        }
    }

    @Test
    void codeIsComparedByFingerprints() {
        Map<String, String> other = Map.of("start", "1:a", "work", "1:b", "join", "2:a");
        RunDiff diff = run(2, 3, CODE).diff(run(2, 3, other));

        assertThat(diff.code())
                .containsExactly(
                        new StepCodeDiff("start", Change.SAME),
                        new StepCodeDiff("work", Change.CHANGED),
                        new StepCodeDiff("join", Change.UNKNOWN));
        assertThat(run(2, 3, Map.of()).diff(run(2, 3, CODE)).code())
                .extracting(StepCodeDiff::change)
                .containsOnly(Change.UNKNOWN);
    }

    @Test
    void stepsThatOnlyOneOfTheFlowsHasAreAddedOrRemoved() {
        Run other = TestRun.of(TestFlow.of("Other", Flow.class, Flow::new)
                        .step(linear("start", "finish"), (each, task) -> {})
                        .step(end("finish"), (each, task) -> {})
                        .build())
                .datastore(datastore)
                .run();
        RunDiff diff = run(2, 3, CODE).diff(other);

        assertThat(diff.steps()).containsExactly("start", "finish", "work", "join");
        assertThat(diff.code())
                .contains(new StepCodeDiff("finish", Change.ADDED), new StepCodeDiff("work", Change.REMOVED));
        assertThat(diff.parameters()).extracting(ArtifactDiff::name).containsExactly("factor");
        assertThat(diff.parameters().get(0).fields()).isEmpty();
        assertThat(tasks(diff, "work")).hasSize(3);
    }

    @Test
    void sizeCountsEachValueOnce() {
        Run run = run(2, 3, CODE);
        Run equal = run(2, 3, CODE);

        assertThat(run.size()).isEqualTo(equal.size());
        assertThat(run.task("work/1").size().values()).isEqualTo(4);
        assertThat(run.task("work/1").size().bytes())
                .isEqualTo(run.task("work/1").artifacts().stream()
                        .filter(artifact -> !artifact.name().equals("factor"))
                        .mapToLong(DataArtifact::size)
                        .sum());
        // numbers, text, marks, products 2 and 3, the factor, the graph; the index of the foreach
        assertThat(run.size().values()).isEqualTo(8);
    }
}
