package dev.cairn.benchmarks.store;

import java.io.IOException;
import java.util.Locale;

/** Processes that write to one store at once, beside one alone. */
record ProcessesWorkload(Sizes sizes) implements Workload {
    private static final int PROCESSES = 4;

    @Override
    public String name() {
        return "processes";
    }

    @Override
    public String title() {
        return String.format(
                Locale.ROOT,
                "Four processes that write small tasks to one store at once, beside one alone: from when each has written %,d until each has"
                        + " written %,d more",
                sizes.firstTasks(),
                sizes.tasksOfRun());
    }

    @Override
    public void measure(WorkDirectory directory, Figures figures) throws IOException {
        double alone = rate(directory, 1);
        double together = rate(directory, PROCESSES);
        figures.add("four at once, tasks in a second", together, 0);
        figures.add("one alone, tasks in a second", alone, 0);
        figures.add("four / one", together / alone, 2, "at least 0.85");
    }

    private double rate(WorkDirectory directory, int count) throws IOException {
        try (Crowd crowd = Crowd.start("file:" + directory.path("store"), count, sizes.tasksOfRun())) {
            return crowd.rate(sizes.firstTasks(), sizes.tasksOfRun());
        }
    }
}
