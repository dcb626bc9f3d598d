package dev.cairn.benchmarks.profile;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.cairn.benchmarks.Spread;
import dev.cairn.benchmarks.processor.ProcessorBenchmark;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * How much of its time {@code javac} spends on each file, of a flow and of what is generated for it: it tells when it begins and ends with
 * a file. Each compilation is a process.
 */
final class GeneratedCost {
    static final String NAME = "generated";
    private static final int STEPS = 1000;
    private static final String ALL = "(all files)";

    private GeneratedCost() {}

    /** Compiles some times, and gives a table in Markdown. */
    static String measured(Path directory, boolean quick) throws IOException {
        ProcessorBenchmark.prepare(directory, quick ? 50 : STEPS);
        Map<String, Map<String, List<Double>>> found = new TreeMap<>();
        for (int i = 0; i < (quick ? 1 : 5); i++) {
            for (String line : compiled(directory)) {
                String[] words = line.split("\t", -1);
                found.computeIfAbsent(words[0], unused -> new LinkedHashMap<>())
                        .computeIfAbsent(words[1], unused -> new ArrayList<>())
                        .add(Double.valueOf(words[2]));
            }
        }
        return table(found, sizes(directory));
    }

    private static List<String> compiled(Path directory) throws IOException {
        Path output = directory.resolve("printed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GeneratedCost.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("a compilation failed in " + directory);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        }
        return Files.readAllLines(output);
    }

    private static Map<String, Long> sizes(Path directory) throws IOException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (Path source : sources(directory)) {
            sizes.put(source.getFileName().toString(), Files.size(source));
        }
        return sizes;
    }

    private static List<Path> sources(Path directory) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : List.of("flow", "generated")) {
            try (Stream<Path> files = Files.walk(directory.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
        return sources;
    }

    private static String table(Map<String, Map<String, List<Double>>> found, Map<String, Long> sizes) {
        StringBuilder text = new StringBuilder("""
                The flow and what is generated for it, without any processor, each time in a new virtual machine: milliseconds of the compiling
                thread, median. *Enter* is about all files at once; *generate* has what javac does to a class before, once it is checked.

                | file | bytes | parse | enter | analyze | generate | all |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        found.forEach((file, phases) -> {
            double all = phases.values().stream()
                    .mapToDouble(times -> Spread.of(times).median())
                    .sum();
            text.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %s | %s | %s | %s | %s | %.0f |%n",
                    file,
                    sizes.containsKey(file) ? String.format(Locale.ROOT, "%,d", sizes.get(file)) : "",
                    median(phases, "parse"),
                    median(phases, "enter"),
                    median(phases, "analyze"),
                    median(phases, "generate"),
                    all));
        });
        return text.append('\n').toString();
    }

    private static String median(Map<String, List<Double>> phases, String phase) {
        List<Double> times = phases.get(phase);
        return times == null
                ? ""
                : String.format(Locale.ROOT, "%.0f", Spread.of(times).median());
    }

    /** For the measured process: compiles what is in a directory, and prints how long each phase took for each file. */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        Path classes = Files.createDirectories(directory.resolve("again"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-classpath",
                    System.getProperty("java.class.path"));
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources(directory)));
            Phases phases = new Phases();
            task.addTaskListener(phases);
            if (!task.call()) {
                throw new IllegalStateException("it does not compile");
            }
            phases.nanoseconds.forEach((file, times) ->
                    times.forEach((phase, time) -> System.out.println(file + "\t" + phase + "\t" + time / 1e6)));
        }
    }

    /** Charges the time between two events to the file and the phase of which they tell. Used by the compiling thread. */
    private static final class Phases implements TaskListener {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        final Map<String, Map<String, Long>> nanoseconds = new TreeMap<>();
        private String file = ALL;
        private long last = THREADS.getCurrentThreadCpuTime();

        @Override
        public void started(TaskEvent event) {
            // What comes after the analysis of a file, and before its code is generated, has no events.
            charge("generate");
            file = name(event);
        }

        @Override
        public void finished(TaskEvent event) {
            file = name(event);
            charge(
                    switch (event.getKind()) {
                        case PARSE -> "parse";
                        case ENTER -> "enter";
                        case ANALYZE -> "analyze";
                        default -> "generate";
                    });
        }

        private void charge(String phase) {
            long now = THREADS.getCurrentThreadCpuTime();
            nanoseconds.computeIfAbsent(file, unused -> new LinkedHashMap<>()).merge(phase, now - last, Long::sum);
            last = now;
        }

        private static String name(TaskEvent event) {
            JavaFileObject source = event.getSourceFile();
            return source == null
                            || event.getKind() == TaskEvent.Kind.ENTER
                            || event.getKind() == TaskEvent.Kind.COMPILATION
                    ? ALL
                    : Path.of(source.getName()).getFileName().toString();
        }
    }
}
