package dev.cairn.processor.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.graph.Sketch.Kind;
import dev.cairn.processor.graph.Sketch.Node;
import org.junit.jupiter.api.Test;

/** Ten thousand steps in the shapes that hurt algorithms that recurse, or look at pairs of steps. */
class LargeGraphTest {
    private static final int STEPS = 10_000;

    @Test
    void aChain() {
        Sketch sketch = new Sketch();
        chain(sketch, "start", STEPS, "end");
        sketch.add("end", Kind.END, false);
        assertThat(Mistakes.of(sketch.graph())).isEmpty();
        assertThat(sketch.graph().model().order()).hasSize(STEPS + 1).startsWith("start", "start1", "start2");
    }

    @Test
    void aFanOfBranches() {
        Sketch sketch = new Sketch();
        Node start = sketch.add("start", Kind.SPLIT, false);
        for (int branch = 0; branch < STEPS; branch++) {
            start.targets.add("b" + branch);
            sketch.add("b" + branch, Kind.LINEAR, false).targets.add("end");
        }
        sketch.add("end", Kind.END, true);
        assertThat(Mistakes.of(sketch.graph())).isEmpty();
        assertThat(sketch.graph().model().arrivals().get("end")).hasSize(STEPS);
    }

    @Test
    void foreachesWithinForeaches() {
        Sketch sketch = new Sketch();
        int depth = 1_000;
        for (int level = 0; level < depth; level++) {
            sketch.add(level == 0 ? "start" : "s" + level, Kind.FOREACH, false)
                    .targets
                    .add(level == depth - 1 ? "work" : "s" + (level + 1));
        }
        sketch.add("work", Kind.LINEAR, false).targets.add("j" + (depth - 1));
        for (int level = depth - 1; level >= 0; level--) {
            sketch.add("j" + level, Kind.LINEAR, true).targets.add(level == 0 ? "end" : "j" + (level - 1));
        }
        sketch.add("end", Kind.END, false);
        assertThat(Mistakes.of(sketch.graph())).isEmpty();
        assertThat(sketch.graph().model().joinOf()).hasSize(depth).containsEntry("start", "j0");
    }

    /** Each switch goes on or leads back to the start: the dominators of all have to be found. */
    @Test
    void loopsToTheStart() {
        Sketch sketch = new Sketch();
        for (int step = 0; step < STEPS; step++) {
            Node node = sketch.add(step == 0 ? "start" : "s" + step, Kind.SWITCH, false);
            node.targets.add(step == STEPS - 1 ? "end" : "s" + (step + 1));
            node.targets.add("start");
        }
        sketch.add("end", Kind.END, false);
        assertThat(Mistakes.of(sketch.graph())).isEmpty();
    }

    /** A cascade of switches that all rejoin in one step, which has as many ways in as there are steps. */
    @Test
    void aCascadeOfSwitches() {
        Sketch sketch = new Sketch();
        for (int step = 0; step < STEPS / 2; step++) {
            Node node = sketch.add(step == 0 ? "start" : "s" + step, Kind.SWITCH, false);
            node.targets.add("a" + step);
            node.targets.add(step == STEPS / 2 - 1 ? "last" : "s" + (step + 1));
            sketch.add("a" + step, Kind.LINEAR, false).targets.add("last");
        }
        Node last = sketch.add("last", Kind.SWITCH, false);
        last.targets.add("start");
        last.targets.add("end");
        sketch.add("end", Kind.END, false);
        assertThat(Mistakes.of(sketch.graph())).isEmpty();
    }

    @Test
    void manyMistakes() {
        Sketch sketch = new Sketch();
        Node start = sketch.add("start", Kind.SPLIT, false);
        for (int branch = 0; branch < 1_000; branch++) {
            start.targets.add("b" + branch);
            chain(sketch, "b" + branch, 5, branch % 2 == 0 ? "one" : "two");
        }
        sketch.add("one", Kind.LINEAR, true).targets.add("end");
        sketch.add("two", Kind.LINEAR, true).targets.add("end");
        sketch.add("end", Kind.END, false);
        assertThat(Mistakes.of(sketch.graph())).containsExactly("SeveralJoins start");
    }

    private static void chain(Sketch sketch, String first, int steps, String after) {
        for (int step = 0; step < steps; step++) {
            String next = step == steps - 1 ? after : first + (step + 1);
            sketch.add(step == 0 ? first : first + step, Kind.LINEAR, false)
                    .targets
                    .add(next);
        }
    }
}
