package dev.cairn.benchmarks.results;

import static dev.cairn.benchmarks.results.Panel.cairn;
import static dev.cairn.benchmarks.results.Panel.mark;

import dev.cairn.benchmarks.results.Bound.AtMost;
import dev.cairn.benchmarks.results.Quantity.Measured;
import java.util.List;

/** The rows about runs of the past. */
final class Reading {
    private Reading() {}

    private static Source store(String group, String figure) {
        return new Source("store", group, figure);
    }

    private static Target target(String id, String what, Source source, double most) {
        return new Target(id, what, new Measured(source), new AtMost(most));
    }

    static Section section() {
        return new Section(
                "Runs of the past",
                "reading",
                List.of(read(), commands(), resume()),
                List.of(
                        new Panel(
                                "An artifact of each of 1,000 tasks",
                                "ms; less is better",
                                List.of(
                                        cairn("in a row, run of 1,000,000", store("read", "tasks in a row, ms")),
                                        cairn("from all over it", store("read", "tasks from all over the run, ms")),
                                        cairn("run of 1,000", store("read", "all tasks of the small run, ms"))),
                                List.of(mark(25))),
                        new Panel(
                                "Commands on a run of 1,000,000 tasks",
                                "ms; less is better",
                                List.of(
                                        cairn("list", store("commands", "`list`, ms")),
                                        cairn("show", store("commands", "`show latest`, ms"))),
                                List.of()),
                        new Panel(
                                "Resume with 100,000 finished tasks",
                                "seconds until the first new task; less is better",
                                List.of(cairn("Cairn", store("resume", "until the first new task, s"))),
                                List.of(mark(2)))));
    }

    private static Row read() {
        return new Row(
                "one small artifact of each of 1,000 tasks, out of a run of 1,000,000",
                false,
                List.of(
                        target("read/row", "ms, tasks in a row", store("read", "tasks in a row, ms"), 25),
                        target(
                                "read/all-over",
                                "ms, tasks from all over the run",
                                store("read", "tasks from all over the run, ms"),
                                25)),
                "The virtual machine is warm, the store was just opened, and its file is in the cache of the system. Each value is verified.");
    }

    private static Row commands() {
        return new Row(
                "`show` and `list` of a run of 1,000,000 tasks",
                false,
                List.of(
                        target(
                                "commands/list",
                                "`list`: time, beside a run of 10; the same is taken as",
                                store("commands", "`list` / run of 10"),
                                1.2),
                        target(
                                "commands/show",
                                "`show`: time, beside a run of 10; the same is taken as",
                                store("commands", "`show latest` / run of 10"),
                                1.2)),
                "Each is a cold process with 256 MB of heap, timed from the start of `main` to its end.");
    }

    private static Row resume() {
        return new Row(
                "resume with 100,000 finished tasks",
                false,
                List.of(target(
                        "resume/first",
                        "seconds until the first new task starts",
                        store("resume", "until the first new task, s"),
                        2)),
                "The virtual machine is cold. All that is taken over is durable before.");
    }
}
