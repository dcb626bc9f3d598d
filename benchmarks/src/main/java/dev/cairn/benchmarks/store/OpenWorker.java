package dev.cairn.benchmarks.store;

import dev.cairn.benchmarks.Spread;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Opens two stores in turn, and tells how long each takes until it has found its newest run. */
final class OpenWorker {
    private OpenWorker() {}

    /** Arguments: URLs of a datastore with a run and of one without, how often to open each before and while it is timed. */
    public static void main(String[] args) {
        int openings = Integer.parseInt(args[2]);
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        for (int i = 0; i < 2 * openings; i++) {
            double one = open(args[0], true);
            double other = open(args[1], false);
            if (i >= openings) {
                first.add(one);
                second.add(other);
            }
        }
        JavaProcess.figure("first", Spread.of(first).median());
        JavaProcess.figure("second", Spread.of(second).median());
    }

    private static double open(String url, boolean hasRun) {
        long start = System.nanoTime();
        try (Datastore datastore = Datastore.of(url)) {
            try (Stream<RunRecord> runs = datastore.runs().list(RunQuery.all())) {
                if (runs.findFirst().isPresent() != hasRun) {
                    throw new IllegalStateException("this is another store than the one that was made");
                }
            }
            return (System.nanoTime() - start) / 1e6;
        }
    }
}
