package dev.cairn.benchmarks.results;

import static dev.cairn.benchmarks.results.Panel.cairn;
import static dev.cairn.benchmarks.results.Panel.mark;
import static dev.cairn.benchmarks.results.Panel.peer;

import dev.cairn.benchmarks.results.Bound.AtMost;
import dev.cairn.benchmarks.results.Bound.None;
import dev.cairn.benchmarks.results.Quantity.Ratio;
import java.util.List;

/** The row about a flow as a whole process. */
final class Starting {
    private static final String CODE = "three steps, from code";
    private static final String COMMAND = "three steps, `run`";
    private static final String BARE = "bare program";
    private static final String ARCHIVED = ", archived";

    private Starting() {}

    private static Source wall(String program) {
        return new Source("start-up", "start-up", program + ", wall, s");
    }

    private static Target beside(String id, String what, String program, String bare, Bound bound) {
        return new Target("start-up/" + id, what, new Ratio(wall(program), wall(bare)), bound);
    }

    static Section section() {
        return new Section(
                "Start-up",
                "start-up",
                List.of(row()),
                List.of(new Panel(
                        "A flow of three steps, the whole process",
                        "seconds; less is better",
                        List.of(
                                cairn("Cairn, from code", wall(CODE)),
                                cairn("Cairn, from code, AppCDS", wall(CODE + ARCHIVED)),
                                cairn("Cairn, by run", wall(COMMAND)),
                                cairn("Cairn, by run, AppCDS", wall(COMMAND + ARCHIVED)),
                                peer("bare program", wall(BARE)),
                                peer("bare program, AppCDS", wall(BARE + ARCHIVED))),
                        List.of(mark(1.3, wall(BARE))))));
    }

    private static Row row() {
        return new Row(
                "a three-step flow as a whole process, durable store",
                false,
                List.of(
                        beside(
                                "code",
                                "time of a program that runs it, beside a bare program that opens the same SQLite, zstd and Kryo",
                                CODE,
                                BARE,
                                new AtMost(1.3)),
                        beside("code-archived", "the same, Cairn with AppCDS", CODE + ARCHIVED, BARE, new None()),
                        beside(
                                "code-both-archived",
                                "the same, both with AppCDS",
                                CODE + ARCHIVED,
                                BARE + ARCHIVED,
                                new None()),
                        beside("run", "time of the command `run`, beside the bare program", COMMAND, BARE, new None()),
                        beside("run-archived", "the same, Cairn with AppCDS", COMMAND + ARCHIVED, BARE, new None())),
                "All are cold processes on the wall, and leave durable rows in a store that has some already. The bare program has no commands, no"
                        + " graph and no addresses.");
    }
}
