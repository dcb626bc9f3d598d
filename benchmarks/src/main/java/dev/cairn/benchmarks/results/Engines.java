package dev.cairn.benchmarks.results;

import static dev.cairn.benchmarks.results.Panel.cairn;
import static dev.cairn.benchmarks.results.Panel.peer;

import dev.cairn.benchmarks.results.Bound.AtLeast;
import dev.cairn.benchmarks.results.Bound.None;
import dev.cairn.benchmarks.results.Quantity.Ratio;
import java.util.ArrayList;
import java.util.List;

/** What is measured beside other engines, on PostgreSQL and on Temporal. */
final class Engines {
    private static final String CAIRN = "Cairn, a foreach";
    private static final List<String> PEERS = List.of(
            "a bare loop of batches, 1,000 rows each",
            "db-scheduler 16.12.0, 16 threads",
            "Spring Batch 6.0.6, partitions, 16 threads");

    private Engines() {}

    private static Source cloud(int away, String contender) {
        return new Source("cloud", away + " ms away", contender + ", tasks in a second");
    }

    private static Source temporal(String what, String who) {
        return new Source("temporal", what, who + ", tasks in a second");
    }

    static Section section() {
        return new Section(
                "Beside other engines",
                "engines",
                List.of(postgresql(), temporalRow()),
                List.of(
                        cloudPanel(0),
                        cloudPanel(5),
                        temporalPanel("A foreach of 10,000 on Temporal, two workers", "foreach"),
                        temporalPanel("A loop of 5,000 on Temporal", "loop")));
    }

    private static Panel temporalPanel(String title, String what) {
        return new Panel(
                title,
                "tasks in a second; more is better",
                List.of(
                        cairn("Cairn", temporal(what, "Cairn")),
                        peer("a bare workflow", temporal(what, "bare workflow"))),
                List.of());
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

    private static Row temporalRow() {
        return new Row(
                "a foreach of 10,000, and a loop of 5,000, on two workers of Temporal",
                false,
                List.of(
                        new Target(
                                "temporal/foreach",
                                "rate of the foreach in processes that just started, beside a bare workflow with an activity for each",
                                new Ratio(temporal("foreach", "Cairn"), temporal("foreach", "bare workflow")),
                                new AtLeast(10)),
                        new Target(
                                "temporal/warm",
                                "the same, after a foreach of 1,000 in the same processes",
                                new Ratio(temporal("warm", "Cairn"), temporal("warm", "bare workflow")),
                                new AtLeast(10)),
                        new Target(
                                "temporal/slow",
                                "rate of a foreach of 10,000 that sleep for 100 ms, beside that of as many at once without a pause",
                                new Ratio(temporal("slow", "Cairn"), temporal("slow", "ideal")),
                                new AtLeast(0.9)),
                        new Target(
                                "temporal/loop",
                                "rate of the loop, beside a bare workflow with local activities",
                                new Ratio(temporal("loop", "Cairn"), temporal("loop", "bare workflow")),
                                new AtLeast(1))),
                "The server is Temporal's for tests, in memory; all processes are on one machine, and cold. The activities write the same records"
                        + " to the same kind of store. Cairn gives a worker many elements in one activity.");
    }
}
