package dev.cairn.benchmarks.store;

import dev.cairn.benchmarks.Spread;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.definition.FlowDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs steps one after the other, again and again, and tells how long one run takes once the code is compiled. */
final class ChainWorker {
    private ChainWorker() {}

    /** Arguments: URL of the datastore, how often to run before and while it is timed; then {@code loop} and iterations, or {@code chain} and a directory of classes. */
    public static void main(String[] args) throws IOException {
        int runs = Integer.parseInt(args[1]);
        try (Datastore datastore = Datastore.of(args[0])) {
            Runnable run = args[2].equals("loop")
                    ? () -> IterationsRunner.builder()
                            .iterations(Integer.parseInt(args[3]))
                            .datastore(datastore)
                            .run()
                    : chain(ChainFlow.definition(Path.of(args[3])), datastore);
            List<Double> seconds = new ArrayList<>();
            for (int i = 0; i < 2 * runs; i++) {
                long start = System.nanoTime();
                run.run();
                if (i >= runs) {
                    seconds.add((System.nanoTime() - start) / 1e9);
                }
            }
            JavaProcess.figure("seconds", Spread.of(seconds).median());
        }
    }

    private static <F> Runnable chain(FlowDefinition<F> definition, Datastore datastore) {
        return () -> new FlowRun<>(definition).datastore(datastore).run();
    }
}
