package dev.cairn.benchmarks.cloud;

import dev.cairn.datastore.Datastore;

/** A foreach of Cairn: from the record of the run to its end. */
final class CairnTasks implements Contender {
    @Override
    public String name() {
        return "Cairn, a foreach";
    }

    @Override
    public double seconds(Database database, int tasks) {
        try (Datastore datastore = Datastore.of(database.store())) {
            long start = System.nanoTime();
            ManyTasksRun run = ManyTasksRunner.builder()
                    .tasks(tasks)
                    .datastore(datastore)
                    .outputListener((path, line) -> {})
                    .run();
            double seconds = Contender.secondsSince(start);
            if (run.end().count() != tasks) {
                throw new AssertionError(run.end().count() + " tasks were run");
            }
            return seconds;
        }
    }
}
