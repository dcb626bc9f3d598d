package dev.cairn.benchmarks.store;

/**
 * How much the workloads do. Immutable.
 *
 * @param rounds how often each workload is measured
 * @param tasks tasks of the foreach, and of the run that is read and opened
 * @param firstTasks tasks of each process, of those that write at once, before it counts
 * @param tasksOfRun tasks of each of their runs, and least number of tasks of each process that count
 * @param largeArtifacts artifacts of 100 KB
 * @param steps steps of the chain, and iterations of the loop
 * @param chains how often the chain is run to warm up, and then to be measured
 * @param arrayMegabytes size of the large array
 * @param sharedTasks tasks that read one array
 * @param sharedMegabytes size of that array
 * @param changes iterations that each change a state
 * @param readings how often tasks are read, and stores opened
 */
record Sizes(
        int rounds,
        int tasks,
        int firstTasks,
        int tasksOfRun,
        int largeArtifacts,
        int steps,
        int chains,
        int arrayMegabytes,
        int sharedTasks,
        int sharedMegabytes,
        int changes,
        int readings) {
    /** What the limits are about. */
    static Sizes full() {
        return new Sizes(5, 1_000_000, 20_000, 100_000, 10_000, 1_000, 15, 1_024, 256, 64, 8_000, 40);
    }

    /** The same with more or fewer rounds. */
    Sizes withRounds(int other) {
        return new Sizes(
                other,
                tasks,
                firstTasks,
                tasksOfRun,
                largeArtifacts,
                steps,
                chains,
                arrayMegabytes,
                sharedTasks,
                sharedMegabytes,
                changes,
                readings);
    }

    /** About two minutes for all workloads. */
    static Sizes quick() {
        return new Sizes(2, 40_000, 3_000, 6_000, 500, 200, 4, 64, 32, 16, 1_000, 10);
    }
}
