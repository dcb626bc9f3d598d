package dev.cairn.processor.graph;

import dev.cairn.processor.graph.Sketch.Kind;
import dev.cairn.processor.graph.Sketch.Node;
import java.util.Arrays;

/** Flows of any number of steps, in the shapes that hurt algorithms that recurse, or look at pairs of steps. */
final class LargeSketches {
    private final Sketch sketch = new Sketch();

    private LargeSketches() {}

    private LargeSketches step(String name, Kind kind, String... targets) {
        return add(name, kind, false, targets);
    }

    private LargeSketches join(String name, String... targets) {
        return add(name, Kind.LINEAR, true, targets);
    }

    private LargeSketches add(String name, Kind kind, boolean joins, String... targets) {
        Node node = sketch.add(name, kind, joins);
        node.targets.addAll(Arrays.asList(targets));
        return this;
    }

    private Sketch end() {
        return step("end", Kind.END).sketch;
    }

    /** The name of the first of many steps is {@code start}. */
    private static String first(String prefix, int number) {
        return number == 0 ? "start" : prefix + number;
    }

    static Sketch chain(int steps) {
        LargeSketches flow = new LargeSketches();
        for (int step = 0; step < steps; step++) {
            flow.step(first("s", step), Kind.LINEAR, step == steps - 1 ? "end" : "s" + (step + 1));
        }
        return flow.end();
    }

    static Sketch fan(int steps) {
        LargeSketches flow = new LargeSketches();
        flow.step("start", Kind.SPLIT);
        for (int branch = 0; branch < steps; branch++) {
            flow.sketch.node("start").targets.add("b" + branch);
            flow.step("b" + branch, Kind.LINEAR, "end");
        }
        return flow.add("end", Kind.END, true).sketch;
    }

    static Sketch foreachesWithinForeaches(int steps) {
        LargeSketches flow = new LargeSketches();
        int depth = steps / 2;
        for (int level = 0; level < depth; level++) {
            flow.step(first("s", level), Kind.FOREACH, level == depth - 1 ? "work" : "s" + (level + 1));
            flow.join("j" + level, level == 0 ? "end" : "j" + (level - 1));
        }
        return flow.step("work", Kind.LINEAR, "j" + (depth - 1)).end();
    }

    static Sketch splitsWithinSplits(int steps) {
        LargeSketches flow = new LargeSketches();
        int depth = steps / 3;
        for (int level = 0; level < depth; level++) {
            flow.step(first("s", level), Kind.SPLIT, "b" + level, level == depth - 1 ? "work" : "s" + (level + 1));
            flow.step("b" + level, Kind.LINEAR, "j" + level);
            flow.join("j" + level, level == 0 ? "end" : "j" + (level - 1));
        }
        return flow.step("work", Kind.LINEAR, "j" + (depth - 1)).end();
    }

    static Sketch splitsOneAfterTheOther(int steps) {
        LargeSketches flow = new LargeSketches();
        int splits = steps / 4;
        for (int split = 0; split < splits; split++) {
            flow.step(first("s", split), Kind.SPLIT, "a" + split, "b" + split);
            flow.step("a" + split, Kind.LINEAR, "j" + split).step("b" + split, Kind.LINEAR, "j" + split);
            flow.join("j" + split, split == splits - 1 ? "end" : "s" + (split + 1));
        }
        return flow.end();
    }

    /** Switches that all may go to one step, which has as many paths in as there are steps. */
    static Sketch ladder(int steps) {
        LargeSketches flow = new LargeSketches();
        int rungs = steps / 2;
        for (int rung = 0; rung < rungs; rung++) {
            flow.step(first("s", rung), Kind.SWITCH, "a" + rung, rung == rungs - 1 ? "last" : "s" + (rung + 1));
            flow.step("a" + rung, Kind.LINEAR, "last");
        }
        return flow.step("last", Kind.SWITCH, "start", "end").end();
    }

    /** Each switch goes on or leads back to the start. */
    static Sketch loopsToTheStart(int steps) {
        LargeSketches flow = new LargeSketches();
        for (int step = 0; step < steps; step++) {
            flow.step(first("s", step), Kind.SWITCH, step == steps - 1 ? "end" : "s" + (step + 1), "start");
        }
        return flow.end();
    }

    static Sketch loopsWithinLoops(int steps) {
        LargeSketches flow = new LargeSketches();
        int depth = steps / 2;
        for (int level = 0; level < depth; level++) {
            flow.step(first("s", level), Kind.LINEAR, level == depth - 1 ? "work" : "s" + (level + 1));
            flow.step("c" + level, Kind.SWITCH, "end", first("s", level), level == 0 ? "end" : "c" + (level - 1));
        }
        return flow.step("work", Kind.LINEAR, "c" + (depth - 1)).end();
    }

    /** Loops that check first, one after the other. */
    static Sketch loopsOneAfterTheOther(int steps) {
        LargeSketches flow = new LargeSketches();
        int loops = steps / 2;
        for (int loop = 0; loop < loops; loop++) {
            flow.step(first("s", loop), Kind.SWITCH, "w" + loop, loop == loops - 1 ? "end" : "s" + (loop + 1));
            flow.step("w" + loop, Kind.SWITCH, first("s", loop));
        }
        return flow.end();
    }

    /** A chain of joins, none of which has a split. */
    static Sketch joinsOfNothing(int steps) {
        LargeSketches flow = new LargeSketches();
        for (int step = 0; step < steps; step++) {
            flow.add(first("s", step), Kind.LINEAR, step > 0, step == steps - 1 ? "end" : "s" + (step + 1));
        }
        return flow.end();
    }

    /** A ladder of which each rung is a loop without an exit. */
    static Sketch endlessLoops(int steps) {
        LargeSketches flow = new LargeSketches();
        int rungs = steps / 3;
        for (int rung = 0; rung < rungs; rung++) {
            flow.step(first("s", rung), Kind.SWITCH, "a" + rung, rung == rungs - 1 ? "end" : "s" + (rung + 1));
            flow.step("a" + rung, Kind.LINEAR, "b" + rung).step("b" + rung, Kind.SWITCH, "a" + rung);
        }
        return flow.end();
    }

    /** A split in each rung of a ladder, of which one branch goes past the join. */
    static Sketch branchesPastTheirJoins(int steps) {
        LargeSketches flow = new LargeSketches();
        int rungs = steps / 6;
        for (int rung = 0; rung < rungs; rung++) {
            flow.step(first("s", rung), Kind.SWITCH, "f" + rung, rung == rungs - 1 ? "last" : "s" + (rung + 1));
            flow.step("f" + rung, Kind.SPLIT, "a" + rung, "b" + rung);
            flow.step("a" + rung, Kind.LINEAR, "j" + rung).step("b" + rung, Kind.SWITCH, "j" + rung, "m" + rung);
            flow.join("j" + rung, "m" + rung).step("m" + rung, Kind.LINEAR, "last");
        }
        return flow.step("last", Kind.LINEAR, "end").end();
    }

    /** Steps that nothing names, all of which lead into one chain. */
    static Sketch unreachable(int steps) {
        LargeSketches flow = new LargeSketches().step("start", Kind.LINEAR, "c0");
        int half = steps / 2;
        for (int step = 0; step < half; step++) {
            flow.step("u" + step, Kind.LINEAR, "d0");
            flow.step("c" + step, Kind.LINEAR, step == half - 1 ? "end" : "c" + (step + 1));
            flow.step("d" + step, Kind.LINEAR, step == half - 1 ? "end" : "d" + (step + 1));
        }
        return flow.end();
    }

    /** A split with many branches, half of which end in one join and half in another. */
    static Sketch twoJoins(int steps) {
        LargeSketches flow = new LargeSketches().step("start", Kind.SPLIT);
        for (int branch = 0; branch < steps; branch++) {
            flow.sketch.node("start").targets.add("b" + branch);
            flow.step("b" + branch, Kind.LINEAR, branch % 2 == 0 ? "one" : "two");
        }
        return flow.join("one", "end").join("two", "end").end();
    }
}
