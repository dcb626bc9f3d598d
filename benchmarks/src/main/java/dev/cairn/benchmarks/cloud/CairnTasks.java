package dev.cairn.benchmarks.cloud;

import dev.cairn.datastore.Datastore;

/** A foreach of Cairn: from the record of the run to its end. */
final class CairnTasks implements Contender {
    @Override
    public String name() {
        return "Cairn, a foreach";
    }

    @Override
    public Cost run(Database database, int tasks, Meter meter) {
        try (Datastore datastore = Datastore.of(database.store())) {
            Meter.Running running = meter.start();
            ManyTasksRun run = ManyTasksRunner.builder()
                    .tasks(tasks)
                    .datastore(datastore)
                    .outputListener((path, line) -> {})
                    .run();
            Cost cost = running.stop();
            if (run.end().count() != tasks) {
                throw new AssertionError(run.end().count() + " tasks were run");
            }
            return cost;
        }
    }
}
