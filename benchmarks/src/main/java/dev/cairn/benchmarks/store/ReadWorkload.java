package dev.cairn.benchmarks.store;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Some tasks of a large run, beside as many of a small one. */
record ReadWorkload(Sizes sizes) implements Workload {
    @Override
    public String name() {
        return "read";
    }

    @Override
    public String title() {
        return String.format(
                Locale.ROOT,
                "One small artifact of each of %,d tasks out of a run of %,d, read by a virtual machine that is warm from a store that was just"
                        + " opened, beside a run of %1$,d",
                ReadWorker.TASKS,
                sizes.tasks());
    }

    @Override
    public void measure(WorkDirectory directory, Figures figures) throws IOException {
        Map<String, Double> large = read(directory, sizes.tasks());
        Map<String, Double> small = read(directory, ReadWorker.TASKS);
        double whole = Objects.requireNonNull(small.get("neighbours"));
        add(figures, "tasks in a row", Objects.requireNonNull(large.get("neighbours")), whole);
        add(figures, "tasks from all over the run", Objects.requireNonNull(large.get("spread")), whole);
        figures.add("all tasks of the small run, ms", whole, 1);
    }

    private static void add(Figures figures, String what, double milliseconds, double small) {
        figures.add(what + ", ms", milliseconds, 1, "at most 25");
        figures.add(what + " / small run", milliseconds / small, 2, "whatever the size of the run");
    }

    private Map<String, Double> read(WorkDirectory directory, int tasks) throws IOException {
        return JavaProcess.run(ReadWorker.class, List.of(), "file:" + directory.storeOf(tasks), sizes.readings());
    }
}
