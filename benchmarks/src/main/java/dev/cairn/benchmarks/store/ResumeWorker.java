package dev.cairn.benchmarks.store;

import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.FlowFailedException;

/** Runs {@link FailedTasks}, resumes it, and tells how long that takes until the first task starts that was not reused. */
final class ResumeWorker {
    private static volatile long joined;

    private ResumeWorker() {}

    /** Notes when the step begins that runs again. */
    static void joins() {
        joined = System.nanoTime();
    }

    /** Arguments: URL of the datastore, number of tasks, and {@code run}, or the id of a run to resume. */
    public static void main(String[] args) {
        int tasks = Integer.parseInt(args[1]);
        try (Datastore datastore = Datastore.of(args[0])) {
            if (args[2].equals("run")) {
                run(datastore, tasks);
            } else {
                resume(datastore, args[2], tasks);
            }
        }
    }

    private static void run(Datastore datastore, int tasks) {
        try {
            FailedTasksRunner.builder().tasks(tasks).datastore(datastore).run();
            throw new IllegalStateException("the run succeeded");
        } catch (FlowFailedException e) {
            JavaProcess.figure("seconds", 0);
        }
    }

    private static void resume(Datastore datastore, String run, int tasks) {
        long start = System.nanoTime();
        FailedTasksRun resumed =
                FailedTasksRunner.builder().fails(false).datastore(datastore).resume(run);
        JavaProcess.figure("seconds", (joined - start) / 1e9);
        if (resumed.end().count() != tasks) {
            throw new IllegalStateException("the join got " + resumed.end().count() + " inputs");
        }
    }
}
