package dev.cairn.benchmarks.store;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Whether the heap stays flat where tasks have values that are not small. */
record HeapWorkload(Sizes sizes) implements Workload {
    @Override
    public String name() {
        return "heap";
    }

    @Override
    public String title() {
        return String.format(
                Locale.ROOT,
                "A foreach of %,d tasks with a `long[]` of 40 KB each, which compresses well, with a heap of 512 MB: what of it is live when a tenth"
                        + " of the tasks have begun, and when all have",
                tasks());
    }

    private int tasks() {
        return sizes.tasks() / 5;
    }

    @Override
    public void measure(WorkDirectory directory, Figures figures) throws IOException {
        Map<String, Double> live =
                JavaProcess.run(HeapWorker.class, SmallTasksWorker.OPTIONS, "file:" + directory.path("store"), tasks());
        double tenth = Objects.requireNonNull(live.get("tenth"));
        double end = Objects.requireNonNull(live.get("end"));
        figures.add("live after a tenth, MB", tenth, 1);
        figures.add("live at the end, MB", end, 1);
        figures.add("at the end / after a tenth", end / tenth, 2, "flat");
    }
}
