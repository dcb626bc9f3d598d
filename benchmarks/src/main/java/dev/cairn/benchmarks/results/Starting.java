package dev.cairn.benchmarks.results;

import static dev.cairn.benchmarks.results.Panel.cairn;
import static dev.cairn.benchmarks.results.Panel.mark;
import static dev.cairn.benchmarks.results.Panel.peer;

import dev.cairn.benchmarks.results.Bound.AtMost;
import dev.cairn.benchmarks.results.Bound.None;
import dev.cairn.benchmarks.results.Quantity.Measured;
import dev.cairn.benchmarks.results.Quantity.Ratio;
import java.util.List;

/** The row about a flow as a whole process. */
final class Starting {
    private static final Source CAIRN = source("Cairn, ms");
    private static final Source CAIRN_CDS = source("Cairn with AppCDS, ms");
    private static final Source BARE = source("bare program, ms");
    private static final Source BARE_CDS = source("bare program with AppCDS, ms");

    private Starting() {}

    private static Source source(String figure) {
        return new Source("start-up", "start-up", figure);
    }

    static Section section() {
        return new Section(
                "Start-up",
                "start-up",
                List.of(row()),
                List.of(new Panel(
                        "A flow of three steps, the whole process",
                        "ms; less is better",
                        List.of(
                                cairn("Cairn", CAIRN),
                                cairn("Cairn, AppCDS", CAIRN_CDS),
                                peer("bare program", BARE),
                                peer("bare program, AppCDS", BARE_CDS)),
                        List.of(mark(1.3, BARE)))));
    }

    private static Row row() {
        return new Row(
                "a three-step flow as a whole process, durable store",
                false,
                List.of(
                        new Target(
                                "start-up/bare",
                                "time, beside a bare program that opens the same SQLite, zstd and Kryo",
                                new Ratio(CAIRN, BARE),
                                new AtMost(1.3)),
                        new Target(
                                "start-up/app-cds",
                                "the same, both with AppCDS",
                                new Ratio(CAIRN_CDS, BARE_CDS),
                                new None()),
                        new Target("start-up/ms", "ms, Cairn", new Measured(CAIRN), new None()),
                        new Target(
                                "start-up/app-cds-ms", "ms, Cairn with AppCDS", new Measured(CAIRN_CDS), new None())),
                "Both are cold processes that leave durable rows.");
    }
}
