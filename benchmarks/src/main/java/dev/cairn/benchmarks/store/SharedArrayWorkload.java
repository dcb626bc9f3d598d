package dev.cairn.benchmarks.store;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Tasks that all read one large array, beside the same in plain Java, with the array in a variable. */
record SharedArrayWorkload(Sizes sizes) implements Workload {
    @Override
    public String name() {
        return "shared";
    }

    @Override
    public String title() {
        return String.format(
                Locale.ROOT,
                "A foreach of %,d tasks that each read all of one array of %,d MB and store 64 KB, with a heap of %,d MB,"
                        + " beside the same in plain Java, which keeps what it computes in memory",
                sizes.sharedTasks(),
                sizes.sharedMegabytes(),
                heap());
    }

    @Override
    public void measure(WorkDirectory directory, Figures figures) throws IOException {
        Map<String, Double> looked = run("looked", directory);
        Map<String, Double> passed = run("passed", directory);
        Map<String, Double> plain = run("plain", directory);
        requireSame(looked, plain);
        requireSame(passed, plain);
        figures.add("Cairn, s", figure(looked, "seconds"), 2);
        figures.add("Cairn, the array passed to a method that might change it, s", figure(passed, "seconds"), 2);
        figures.add("plain Java, s", figure(plain, "seconds"), 2);
        figures.add("Cairn / plain Java", figure(looked, "seconds") / figure(plain, "seconds"), 2, "at most 3");
        figures.add("passed / plain Java", figure(passed, "seconds") / figure(plain, "seconds"), 2);
        figures.add("Cairn, greatest use of the heap, MB", figure(looked, "heap"), 0);
        figures.add("passed, greatest use of the heap, MB", figure(passed, "heap"), 0);
    }

    private Map<String, Double> run(String what, WorkDirectory directory) throws IOException {
        return JavaProcess.run(
                SharedArrayWorker.class,
                List.of("-Xmx" + heap() + "m"),
                what,
                "file:" + directory.path("store"),
                sizes.sharedTasks(),
                sizes.sharedMegabytes());
    }

    /** Enough for an array of each of two workers, one that is shared, and what is on its way. */
    private int heap() {
        return 256 + 8 * sizes.sharedMegabytes();
    }

    private static void requireSame(Map<String, Double> one, Map<String, Double> other) throws IOException {
        if (!Objects.equals(one.get("total"), other.get("total"))) {
            throw new IOException("one computed " + one.get("total") + ", another one " + other.get("total"));
        }
    }

    private static double figure(Map<String, Double> figures, String name) {
        return Objects.requireNonNull(figures.get(name));
    }
}
