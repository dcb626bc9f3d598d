package dev.cairn.processor.write;

import static dev.cairn.processor.write.FlowBuilder.inputs;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is generated grows with steps plus artifacts, not with their product, and in no method beyond what is compiled. */
class GeneratedSizeTest {
    /** The virtual machine compiles no method that is longer. */
    private static final int LONGEST = 8000;

    /** How many steps a long flow has; {@code -Dgenerated.steps=2000} tries a longer one. */
    private static final int STEPS = Integer.getInteger("generated.steps", 150);

    @Test
    void manyStepsInARow() {
        assertSmallMethods(chain(STEPS, STEPS / 5));
    }

    @Test
    void manyStepsOfWhichNothingIsKnown() {
        assertSmallMethods(withArtifacts(emptyChain(STEPS), STEPS / 5));
    }

    @Test
    void stepsThatAllReadAndAssignEverything() {
        FlowBuilder flow = withArtifacts(emptyChain(300), 200);
        Set<String> all = new TreeSet<>(
                IntStream.range(0, 200).mapToObj(i -> "artifact" + i).toList());
        IntStream.range(0, 300).forEach(i -> flow.body("step" + i, all, all));

        assertSmallMethods(flow);
    }

    @Test
    void manyBranches() {
        assertSmallMethods(fan(STEPS, STEPS / 5));
    }

    @Test
    void splitsInARow() {
        assertSmallMethods(diamonds(100, 200));
    }

    @Test
    void aSwitchOfFourHundredCases() {
        FlowBuilder flow = FlowBuilder.flow("com.acme.Cases").artifact("kind", "int");
        List<String> paths = IntStream.range(0, 400).mapToObj(i -> "path" + i).toList();
        flow.cases("start", "kind", paths);
        paths.forEach(path -> flow.linear(path, "end"));

        assertSmallMethods(flow.end("end"));
    }

    @Test
    void textGrowsWithSteps() {
        assertGrowsEvenly(steps -> chain(steps, 100));
        assertGrowsEvenly(steps -> fan(steps, 100));
        assertGrowsEvenly(steps -> diamonds(steps / 3, 100));
    }

    @Test
    void textGrowsWithStepsPlusArtifacts() {
        assertGrowsEvenly(steps -> chain(steps, steps / 5));
        assertGrowsEvenly(steps -> chain(5, steps / 2));
    }

    /** Twice as much adds as much again: what n to 2n adds, 2n to 4n adds twice, give or take what longer numbers take. */
    private static void assertGrowsEvenly(IntFunction<FlowBuilder> flow) {
        int steps = Math.min(STEPS, 250);
        int one = length(flow.apply(steps));
        int two = length(flow.apply(2 * steps));
        int four = length(flow.apply(4 * steps));
        assertThat(four - two).isBetween((two - one) * 19 / 10, (two - one) * 22 / 10);
    }

    @Test
    void artifactsAndStepsDoNotMultiply() {
        int few = length(chain(1000, 10));
        int many = length(chain(1000, 200));

        assertThat(many - few).isLessThan(few / 2);
    }

    private static void assertSmallMethods(FlowBuilder flow) {
        Compilation compilation = Compilation.of(flow);
        assertThat(compilation.messages()).isEmpty();
        Map<String, Integer> sizes = MethodSizes.of(compilation);
        assertThat(sizes)
                .isNotEmpty()
                .allSatisfy((name, size) -> assertThat(size).as(name).isLessThan(LONGEST));
    }

    private static int length(FlowBuilder flow) {
        return flow.write().stream().mapToInt(file -> file.text().length()).sum();
    }

    private static FlowBuilder withArtifacts(FlowBuilder flow, int artifacts) {
        for (int i = 0; i < artifacts; i++) {
            flow.artifact("artifact" + i, i % 2 == 0 ? "double" : "java.util.List<java.lang.String>");
        }
        return flow;
    }

    private static FlowBuilder emptyChain(int steps) {
        FlowBuilder flow = FlowBuilder.flow("com.acme.Chain");
        for (int i = 0; i < steps - 1; i++) {
            flow.linear("step" + i, "step" + (i + 1));
        }
        return flow.end("step" + (steps - 1));
    }

    /** Each step assigns one artifact and reads that of the step before. */
    private static FlowBuilder chain(int steps, int artifacts) {
        FlowBuilder flow = withArtifacts(emptyChain(steps), artifacts);
        for (int i = 0; i < steps; i++) {
            flow.body(
                    "step" + i, i == 0 ? Set.of() : Set.of(artifact(i - 1, artifacts)), Set.of(artifact(i, artifacts)));
        }
        return flow;
    }

    /** One split, each branch of which assigns one artifact. */
    private static FlowBuilder fan(int branches, int artifacts) {
        FlowBuilder flow = withArtifacts(FlowBuilder.flow("com.acme.Fan"), artifacts);
        flow.split(
                "start", IntStream.range(0, branches).mapToObj(i -> "step" + i).toList());
        flow.body("start", Set.of(), Set.of());
        for (int i = 0; i < branches; i++) {
            flow.linear("step" + i, "join").body("step" + i, Set.of(), Set.of(artifact(i, artifacts)));
        }
        return flow.end("join", inputs("FanArtifacts.JoinInputs")).body("join", Set.of(), Set.of());
    }

    /** Splits of two branches, one after the other, each branch of which assigns one artifact. */
    private static FlowBuilder diamonds(int diamonds, int artifacts) {
        FlowBuilder flow = withArtifacts(FlowBuilder.flow("com.acme.Diamonds"), artifacts);
        for (int i = 0; i < diamonds; i++) {
            List<String> branches = List.of("left" + i, "right" + i);
            if (i == 0) {
                flow.split("join0", branches);
            } else {
                flow.split("join" + i, branches, inputs("DiamondsArtifacts.Join" + i + "Inputs"));
            }
            flow.linear("left" + i, "join" + (i + 1)).body("left" + i, Set.of(), Set.of(artifact(2 * i, artifacts)));
            flow.linear("right" + i, "join" + (i + 1))
                    .body("right" + i, Set.of(), Set.of(artifact(2 * i + 1, artifacts)));
            flow.body("join" + i, Set.of(), Set.of());
        }
        String last = "join" + diamonds;
        return flow.end(last, inputs("DiamondsArtifacts.Join" + diamonds + "Inputs"))
                .body(last, Set.of(), Set.of());
    }

    private static String artifact(int step, int artifacts) {
        return "artifact" + step % artifacts;
    }
}
