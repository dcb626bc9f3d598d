package dev.cairn.benchmarks.profile;

import dev.cairn.benchmarks.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Profiles a hot path: samples of its threads, by package, class and method, and what each kind of thread uses of the processors. */
public final class Profile {
    private static final int LINES = 12;

    private Profile() {}

    /** The names of what can be profiled. */
    public static List<String> paths() {
        return Stream.concat(HotPaths.all().stream().map(HotPath::name), Stream.of(GeneratedCost.NAME))
                .toList();
    }

    /**
     * Profiles paths, prints what was found, and writes it to {@code profile-<name>.md}.
     *
     * @param names of the paths; all, if there are none
     * @param directory where the recorded processes may write, and where the reports go
     * @throws IOException if a process fails
     */
    public static void run(List<String> names, boolean quick, Path directory) throws IOException {
        if (!paths().containsAll(names)) {
            throw new IOException("there is no path of one of these names: " + String.join(", ", names)
                    + ". Choose from " + String.join(", ", paths()));
        }
        for (String name : names.isEmpty() ? paths() : names) {
            System.err.println(name);
            String text = text(name, quick, Files.createDirectories(directory));
            System.out.print(text);
            Files.writeString(directory.resolve("profile-" + name + ".md"), text);
        }
    }

    private static String text(String name, boolean quick, Path directory) throws IOException {
        Path work = Files.createTempDirectory(directory.toAbsolutePath(), "profile-");
        String load = Machine.load();
        try {
            String found;
            String title;
            if (name.equals(GeneratedCost.NAME)) {
                title = "what `javac` pays for generated code";
                found = GeneratedCost.measured(work, quick);
            } else {
                HotPath path = HotPaths.all().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
                Recording recording = new Recording(work);
                path.work().run(recording, work, quick);
                title = path.title();
                found = text(recording);
            }
            return "# " + name + ": " + title + "\n\n" + LocalDate.now(ZoneOffset.UTC) + ", commit " + Machine.commit()
                    + ", "
                    + Machine.virtualMachine() + ", " + Machine.description() + ". Load of the machine: " + load
                    + " before, "
                    + Machine.load() + " after.\n\n" + found;
        } finally {
            delete(work);
        }
    }

    static String text(Recording recording) {
        Samples samples = recording.samples();
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "Processor time of %.1f s by kind of thread: %s.%n%n",
                recording.times().seconds(),
                recording.times().percentages().stream()
                        .filter(kind -> kind.getValue() >= 0.5)
                        .map(kind -> String.format(Locale.ROOT, "%s %.0f %%", kind.getKey(), kind.getValue()))
                        .collect(Collectors.joining(", "))));
        text.append(String.format(
                Locale.ROOT,
                "%,d samples of threads in Java code, %,d of threads at work in native code.%n%n",
                samples.javaCount(),
                samples.nativeCount()));
        table(text, "Java, by who asked for it", samples.javaBy(Samples::owner), samples.javaCount());
        table(text, "Java, by package", samples.javaBy(Samples::packageName), samples.javaCount());
        table(text, "Java, by class", samples.javaBy(Samples::type), samples.javaCount());
        table(text, "Java, by method", samples.javaBy(Samples::method), samples.javaCount());
        table(text, "native, by method", samples.nativeBy(Samples::method), samples.nativeCount());
        table(text, "native, by who asked for it", samples.nativeBy(Samples::owner), samples.nativeCount());
        return text.toString();
    }

    private static void table(StringBuilder text, String title, List<Map.Entry<String, Integer>> counts, int all) {
        if (counts.isEmpty()) {
            return;
        }
        text.append("| ").append(title).append(" | % |\n| --- | ---: |\n");
        counts.stream()
                .limit(LINES)
                .forEach(count -> text.append(String.format(
                        Locale.ROOT, "| `%s` | %.1f |%n", count.getKey(), 100.0 * count.getValue() / all)));
        text.append('\n');
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
