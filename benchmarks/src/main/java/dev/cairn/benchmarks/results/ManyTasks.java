package dev.cairn.benchmarks.results;

import static dev.cairn.benchmarks.results.Panel.cairn;
import static dev.cairn.benchmarks.results.Panel.mark;
import static dev.cairn.benchmarks.results.Panel.peer;

import dev.cairn.benchmarks.results.Bound.AtLeast;
import dev.cairn.benchmarks.results.Bound.AtMost;
import dev.cairn.benchmarks.results.Quantity.Measured;
import java.util.List;

/** The rows about runs of many tasks. */
final class ManyTasks {
    private ManyTasks() {}

    private static Source store(String group, String figure) {
        return new Source("store", group, figure);
    }

    private static Target target(String id, String what, Source source, Bound bound) {
        return new Target(id, what, new Measured(source), bound);
    }

    static Section section() {
        return new Section(
                "Many tasks",
                "tasks",
                List.of(foreach(), processes(), largeArtifacts(), shared(), state(), chain()),
                List.of(
                        new Panel(
                                "A foreach of 1,000,000 tasks",
                                "tasks in a second; more is better",
                                List.of(
                                        cairn("Cairn", store("foreach", "Cairn, tasks in a second")),
                                        peer("bare SQLite", store("foreach", "SQLite, rows in a second")),
                                        peer(
                                                "Spring Batch 6 on H2",
                                                store("foreach", "Spring Batch on H2, partitions in a second"))),
                                List.of(mark(0.7, store("foreach", "SQLite, rows in a second")))),
                        new Panel(
                                "Four processes, one store",
                                "tasks in a second; more is better",
                                List.of(
                                        cairn("four together", store("processes", "four at once, tasks in a second")),
                                        cairn("one alone", store("processes", "one alone, tasks in a second"))),
                                List.of(mark(0.85, store("processes", "one alone, tasks in a second")))),
                        new Panel(
                                "10,000 artifacts of 100 KB",
                                "ms for each; less is better",
                                List.of(
                                        cairn("Cairn", store("large-artifacts", "Cairn, ms for each")),
                                        peer("write and fsync", store("large-artifacts", "files, ms for each"))),
                                List.of(mark(2, store("large-artifacts", "files, ms for each")))),
                        new Panel(
                                "256 tasks that read one array of 64 MB",
                                "seconds; less is better",
                                List.of(
                                        cairn("Cairn", store("shared", "Cairn, s")),
                                        peer("plain Java", store("shared", "plain Java, s"))),
                                List.of(mark(3, store("shared", "plain Java, s")))),
                        new Panel(
                                "8,000 changes of a state of 16 KB",
                                "ms for each; less is better",
                                List.of(
                                        cairn("Cairn", store("state", "Cairn, ms for each iteration")),
                                        peer("bare SQLite", store("state", "SQLite, ms for the same rows"))),
                                List.of(mark(2, store("state", "SQLite, ms for the same rows")), mark(0.25))),
                        new Panel(
                                "1,000 steps, one after the other",
                                "ms for all; less is better",
                                List.of(
                                        cairn("Cairn, a chain", store("chain", "Cairn, ms for the chain")),
                                        cairn("Cairn, a loop", store("chain", "Cairn, ms for the loop")),
                                        peer(
                                                "SQLite, a commit each",
                                                store("chain", "SQLite, ms for as many commits"))),
                                List.of(mark(1 / 3.0, store("chain", "SQLite, ms for as many commits"))))));
    }

    private static Row foreach() {
        return new Row(
                "foreach of 1,000,000 tasks, one small artifact each, `-Xmx512m`",
                false,
                List.of(
                        target(
                                "foreach/sqlite",
                                "rate, beside a bare loop that writes the same rows to SQLite, 100 in a commit",
                                store("foreach", "Cairn / SQLite"),
                                new AtLeast(0.7)),
                        target(
                                "foreach/spring-batch",
                                "rate, beside partitions of Spring Batch 6 on H2",
                                store("foreach", "Cairn / Spring Batch on H2"),
                                new AtLeast(100)),
                        target(
                                "foreach/heap",
                                "live heap with 40 KB of values for each task, at the end beside after a tenth; flat is taken as",
                                store("heap", "at the end / after a tenth"),
                                new AtMost(1.2))),
                "Cairn and SQLite are durable, `synchronous=FULL`; both virtual machines are cold, and of Cairn the whole run counts. SQLite"
                        + " gets rows that are ready: it makes no values, addresses or records. Spring Batch is warm, has 16 threads, and writes each"
                        + " commit to its file at once, but H2 does not force it to the disk; it does more for each partition: a start, an end and"
                        + " a context, in transactions of their own. It gets fewer partitions, so that it ends.");
    }

    private static Row processes() {
        return new Row(
                "four processes that write to one store at once",
                false,
                List.of(target(
                        "processes/one",
                        "rate of all together, beside one alone, each after its first 20,000 tasks",
                        store("processes", "four / one"),
                        new AtLeast(0.85))),
                "All is durable, and counted by another process. On a machine with two processors the four share these with each other.");
    }

    private static Row largeArtifacts() {
        return new Row(
                "10,000 artifacts of 100 KB",
                false,
                List.of(target(
                        "large-artifacts/files",
                        "time, beside a write and an fsync of the same file each",
                        store("large-artifacts", "Cairn / files"),
                        new AtMost(2))),
                "Both are durable, and cold. The files are written by one thread, without address, checksum, compression or record.");
    }

    private static Row shared() {
        return new Row(
                "foreach of 256 tasks that each read one array of 64 MB and store 64 KB",
                false,
                List.of(target(
                        "shared/plain",
                        "time, beside plain Java",
                        store("shared", "Cairn / plain Java"),
                        new AtMost(3))),
                "Plain Java has the array in a variable, as many threads as Cairn has workers, and stores nothing.");
    }

    private static Row state() {
        return new Row(
                "8,000 iterations that each change a state of 16 KB",
                true,
                List.of(
                        target(
                                "state/sqlite",
                                "time, beside a bare loop that writes the same rows to SQLite, 100 in a commit",
                                store("state", "Cairn / SQLite"),
                                new AtMost(2)),
                        target(
                                "state/ms",
                                "ms for each iteration",
                                store("state", "Cairn, ms for each iteration"),
                                new AtMost(0.25))),
                "Both are durable; Cairn is warm. SQLite gets rows that are ready. One of the two targets is enough.");
    }

    private static Row chain() {
        return new Row(
                "a chain of 1,000 steps, and a loop of 1,000 iterations",
                false,
                List.of(
                        target(
                                "chain/chain",
                                "rate of the chain, beside one commit of SQLite for each step",
                                store("chain", "SQLite / Cairn, chain"),
                                new AtLeast(3)),
                        target(
                                "chain/loop",
                                "rate of the loop, beside one commit of SQLite for each iteration",
                                store("chain", "SQLite / Cairn, loop"),
                                new AtLeast(3))),
                "Both are durable and warm. Cairn starts a step before the one before it is durable, and commits several at once; SQLite"
                        + " forces each.");
    }
}
