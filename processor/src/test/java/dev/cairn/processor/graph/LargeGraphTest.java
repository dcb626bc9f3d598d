package dev.cairn.processor.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten thousand steps, in each shape that hurts. The work is counted, not timed: how many edges are looked at, from first to
 * last. It grows with the size of the flow, and not with its square.
 */
class LargeGraphTest {
    private static final int STEPS = 10_000;

    /** How often each edge may be looked at, and each step that has none. */
    private static final int PASSES = 20;

    static Stream<Arguments> sound() {
        return Stream.of(
                shape("chain", LargeSketches::chain),
                shape("fan", LargeSketches::fan),
                shape("foreaches within foreaches", LargeSketches::foreachesWithinForeaches),
                shape("splits within splits", LargeSketches::splitsWithinSplits),
                shape("splits one after the other", LargeSketches::splitsOneAfterTheOther),
                shape("ladder of switches", LargeSketches::ladder),
                shape("loops to the start", LargeSketches::loopsToTheStart),
                shape("loops within loops", LargeSketches::loopsWithinLoops),
                shape("loops one after the other", LargeSketches::loopsOneAfterTheOther));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                shape("JoinsNothing", LargeSketches::joinsOfNothing, STEPS - 1),
                shape("endless loop", LargeSketches::endlessLoops, STEPS / 3),
                shape("PastJoin", LargeSketches::branchesPastTheirJoins, STEPS / 6),
                shape("unreachable", LargeSketches::unreachable, STEPS / 2),
                shape("SeveralJoins", LargeSketches::twoJoins, 1));
    }

    private static Arguments shape(Object... values) {
        return Arguments.of(values);
    }

    private static Arguments shape(String name, IntFunction<Sketch> sketch) {
        return shape(new Object[] {name, sketch});
    }

    private static Arguments shape(String name, IntFunction<Sketch> sketch, int mistakes) {
        return shape(new Object[] {name, sketch, mistakes});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sound")
    void isSound(String shape, IntFunction<Sketch> sketches) {
        Sketch sketch = sketches.apply(STEPS);
        assertThat(sketch.nodes).hasSizeBetween(STEPS - 3, STEPS + 3);
        assertThat(Mistakes.of(sketch.graph())).isEmpty();
        assertThat(sketch.graph().model().order())
                .hasSameSizeAs(sketch.nodes)
                .startsWith("start")
                .endsWith("end");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void findsEveryMistakeOnce(String mistake, IntFunction<Sketch> sketches, int count) {
        List<String> mistakes = Mistakes.of(sketches.apply(STEPS).graph());
        assertThat(mistakes).hasSize(count).doesNotHaveDuplicates().allMatch(text -> text.startsWith(mistake));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"sound", "wrong"})
    void looksAtEachEdgeAFewTimes(String shape, IntFunction<Sketch> sketches) {
        long half = looks(sketches.apply(STEPS / 2));
        long whole = looks(sketches.apply(STEPS));
        assertThat(whole).as("%s steps, %s of half as many", STEPS, half).isLessThan(half * 21 / 10);
    }

    private static long looks(Sketch sketch) {
        AtomicLong looks = new AtomicLong();
        ExaminedGraph graph = sketch.graph(edges -> looks.addAndGet(1 + edges));
        if (Mistakes.of(graph).isEmpty()) {
            graph.model();
        }
        long size = sketch.nodes.size()
                + sketch.nodes.stream().mapToLong(node -> node.targets.size()).sum();
        assertThat(looks.get()).as("%s steps and edges", size).isLessThan(PASSES * size);
        return looks.get();
    }
}
