package dev.cairn.benchmarks.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Commands that read a large run, each as a process, beside a run of ten tasks. */
record CommandsWorkload(Sizes sizes) implements Workload {
    private static final int FEW = 10;

    private static final List<List<String>> COMMANDS = List.of(
            List.of("list"),
            List.of("show", "latest"),
            List.of("show", "latest/work"),
            List.of("show", "latest/work/7"),
            List.of("show", "latest/join/count"),
            List.of("graph", "latest"),
            List.of("dump", "latest/work/7/square"),
            List.of("show", "latest", "--size"),
            List.of("diff", "latest"),
            List.of("report", "latest", "--output", "-"));

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public String title() {
        return String.format(
                Locale.ROOT,
                "Commands that read a store with two runs of %,d tasks, each as a process with 256 MB of heap, from the start of `main` to its end;"
                        + " beside two runs of %d tasks. The last three read the records of all tasks",
                sizes.tasks(),
                FEW);
    }

    @Override
    public void measure(WorkDirectory directory, Figures figures) throws IOException {
        for (List<String> command : COMMANDS) {
            String name = "`" + String.join(" ", command) + "`";
            Map<String, Double> large = run(command, directory.storeOf(sizes.tasks(), 2));
            Map<String, Double> small = run(command, directory.storeOf(FEW, 2));
            double took = Objects.requireNonNull(large.get("milliseconds"));
            double few = Objects.requireNonNull(small.get("milliseconds"));
            figures.add(name + ", ms", took, 0);
            figures.add(name + " / run of " + FEW, took / few, 2);
            figures.add(name + ", MB of heap at most", Objects.requireNonNull(large.get("megabytes")), 1);
        }
    }

    private static Map<String, Double> run(List<String> command, Path store) throws IOException {
        return JavaProcess.run(
                CommandWorker.class,
                List.of("-Xmx256m", "-XX:+UseSerialGC"),
                "file:" + store,
                String.join(" ", command));
    }
}
