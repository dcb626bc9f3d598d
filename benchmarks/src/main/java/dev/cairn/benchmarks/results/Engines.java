package dev.cairn.benchmarks.results;

import static dev.cairn.benchmarks.results.Panel.cairn;
import static dev.cairn.benchmarks.results.Panel.peer;

import dev.cairn.benchmarks.results.Bound.None;
import dev.cairn.benchmarks.results.Quantity.Ratio;
import java.util.ArrayList;
import java.util.List;

/** What is measured beside other engines, on PostgreSQL and on Temporal. No target is set for it. */
final class Engines {
    private static final String CAIRN = "Cairn, a foreach";
    private static final List<String> PEERS = List.of(
            "a bare loop of batches, 1,000 rows each",
            "db-scheduler 16.12.0, 16 threads",
            "Spring Batch 6.0.6, partitions, 16 threads");
    private static final Source TEMPORAL = new Source("temporal", "foreach", "Cairn, items in a second");
    private static final Source WORKFLOW = new Source("temporal", "foreach", "bare workflow, items in a second");

    private Engines() {}

    private static Source cloud(int away, String contender) {
        return new Source("cloud", away + " ms away", contender + ", tasks in a second");
    }

    static Section section() {
        return new Section(
                "Beside other engines",
                "engines",
                List.of(postgresql(), temporal()),
                List.of(
                        cloudPanel(0),
                        cloudPanel(5),
                        new Panel(
                                "On Temporal's server for tests, two workers",
                                "tasks in a second; more is better",
                                List.of(cairn("Cairn", TEMPORAL), peer("a bare workflow", WORKFLOW)),
                                List.of())));
    }

    private static Panel cloudPanel(int away) {
        List<Panel.Bar> bars = new ArrayList<>();
        bars.add(cairn("Cairn", cloud(away, CAIRN)));
        bars.add(peer("bare batches", cloud(away, PEERS.get(0))));
        bars.add(peer("db-scheduler", cloud(away, PEERS.get(1))));
        bars.add(peer("Spring Batch 6", cloud(away, PEERS.get(2))));
        return new Panel("On PostgreSQL, " + away + " ms away", "tasks in a second; more is better", bars, List.of());
    }

    private static Row postgresql() {
        List<Target> targets = new ArrayList<>();
        for (int away : new int[] {0, 5}) {
            for (String peer : PEERS) {
                targets.add(new Target(
                        "cloud/" + away + "/" + peer,
                        away + " ms away: rate, beside " + peer,
                        new Ratio(cloud(away, CAIRN), cloud(away, peer)),
                        new None()));
            }
        }
        return new Row(
                "10,000 small tasks with their records in PostgreSQL",
                false,
                targets,
                "All are durable, on one server with `fsync`. The bare loop gets rows that are ready. db-scheduler and Spring Batch commit each"
                        + " task by itself, in several transactions, where Cairn commits many tasks at once; they get fewer tasks.");
    }

    private static Row temporal() {
        return new Row(
                "a foreach on two workers of Temporal",
                false,
                List.of(new Target(
                        "temporal/bare",
                        "rate, beside a bare workflow with one activity for each item",
                        new Ratio(TEMPORAL, WORKFLOW),
                        new None())),
                "The server is Temporal's for tests, in memory. The activities write the same records to the same kind of store. Cairn gives a"
                        + " worker many elements in one activity.");
    }
}
