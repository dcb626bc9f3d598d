package dev.cairn.benchmarks.startup;

import dev.cairn.benchmarks.Machine;
import dev.cairn.benchmarks.Spread;
import dev.cairn.benchmarks.figures.FigureFile;
import dev.cairn.benchmarks.figures.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A flow of three steps as a whole process, on a durable store, beside a bare program that uses the same libraries. Each with classes as
 * they come, and with an archive of them (AppCDS). They take turns.
 */
public final class StartUpBenchmark {
    private static final int ROUNDS = 15;
    private static final String ARCHIVED = ", archived";
    private static final String QUICK = ", compiled once";

    private final int rounds;

    private StartUpBenchmark(int rounds) {
        this.rounds = rounds;
    }

    /** The benchmark whose results are kept. */
    public static StartUpBenchmark full() {
        return new StartUpBenchmark(ROUNDS);
    }

    /** For a look at whether it works. */
    public static StartUpBenchmark quick() {
        return new StartUpBenchmark(3);
    }

    /** With another number of rounds. */
    static StartUpBenchmark of(int rounds) {
        return new StartUpBenchmark(rounds);
    }

    /** A program that is measured. */
    private enum Contender {
        BARE("bare program", "BareProgram"),
        FROM_CODE("three steps, from code", "ThreeStepsProgram"),
        COMMAND("three steps, `run`", "ThreeStepsRunner");

        private final String title;
        private final String main;

        Contender(String title, String main) {
            this.title = title;
            this.main = ProgramJars.PACKAGE + "." + main;
        }

        List<String> arguments(Path store) {
            return this == COMMAND ? List.of("run", "--datastore", "file:" + store) : List.of(store.toString());
        }
    }

    /**
     * Measures, prints a table, and writes it to {@code report}.
     *
     * @param directory where jars, archives and stores are made
     */
    public void run(Path directory, Path report) throws IOException {
        Path work = Files.createTempDirectory(Files.createDirectories(directory).toAbsolutePath(), "start-up-");
        try {
            Measurement measurement = new Measurement(work, rounds);
            String text = measurement.text(rounds);
            System.out.print(text);
            Files.createDirectories(report.toAbsolutePath().getParent());
            Files.writeString(report, text);
            FigureFile.write(FigureFile.beside(report), measurement.recorder.groups());
        } finally {
            delete(work);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** One set of jars, archives and stores. */
    private static final class Measurement {
        private final Path work;
        private final String classPath;
        private final Map<String, List<Double>> wall = new LinkedHashMap<>();
        private final Map<String, List<Double>> processor = new LinkedHashMap<>();

        private final Recorder recorder;

        private Measurement(Path work, int rounds) throws IOException {
            this.work = work;
            this.recorder = new Recorder(rounds, "sqlite-jdbc", "zstd-jni", "kryo5");
            this.classPath = ProgramJars.pack(System.getProperty("java.class.path"), work);
        }

        private String text(int rounds) throws IOException {
            for (Contender contender : Contender.values()) {
                run(contender, List.of()); // makes its store
                run(contender, List.of("-XX:ArchiveClassesAtExit=" + archive(contender)));
            }
            for (int round = 0; round < rounds; round++) {
                for (Contender contender : Contender.values()) {
                    String use = "-XX:SharedArchiveFile=" + archive(contender);
                    note(contender.title, run(contender, List.of()));
                    note(contender.title + ARCHIVED, run(contender, List.of(use)));
                    note(contender.title + ARCHIVED + QUICK, run(contender, List.of(use, "-XX:TieredStopAtLevel=1")));
                }
            }
            return report(rounds);
        }

        private Path archive(Contender contender) {
            return work.resolve(contender.name() + ".jsa");
        }

        private TimedProcess run(Contender contender, List<String> options) throws IOException {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            if (Runtime.version().feature() >= 24) {
                command.add("--enable-native-access=ALL-UNNAMED");
            }
            command.addAll(List.of("-cp", classPath, contender.main));
            command.addAll(contender.arguments(work.resolve("store-" + contender)));
            return TimedProcess.of(command, work.resolve("output"));
        }

        private void note(String name, TimedProcess took) {
            wall.computeIfAbsent(name, unused -> new ArrayList<>()).add(took.wall());
            processor.computeIfAbsent(name, unused -> new ArrayList<>()).add(took.processor());
            recorder.add("start-up", name + ", wall, s", took.wall(), 2);
            recorder.add("start-up", name + ", processor, s", took.processor(), 2);
        }

        private String report(int rounds) {
            StringBuilder text = new StringBuilder("# Start-up\n\n" + Machine.virtualMachine() + "; "
                    + Machine.hardware() + "; load " + Machine.load()
                    + ". A flow of three steps as a whole process, on a store on the disk, beside a bare program that uses"
                    + " SQLite, zstd and Kryo. Median of " + rounds
                    + " rounds, in brackets the least and the greatest; ratios are of the same round. `archived` is with an archive of classes (AppCDS), `compiled once` with"
                    + " -XX:TieredStopAtLevel=1.\n\n"
                    + "| | wall, s | processor, s | wall / bare | processor / bare |\n"
                    + "| --- | ---: | ---: | ---: | ---: |\n");
            wall.keySet()
                    .forEach(name -> text.append("| ")
                            .append(name)
                            .append(" | ")
                            .append(Spread.of(values(wall, name)).text(2))
                            .append(" | ")
                            .append(Spread.of(values(processor, name)).text(2))
                            .append(" | ")
                            .append(ratio(wall, name))
                            .append(" | ")
                            .append(ratio(processor, name))
                            .append(" |\n"));
            return text.append("\nThe limit is 1.3 times the bare program without an archive.\n")
                    .toString();
        }

        private static List<Double> values(Map<String, List<Double>> of, String name) {
            return of.getOrDefault(name, List.of());
        }

        private static String ratio(Map<String, List<Double>> of, String name) {
            List<Double> values = values(of, name);
            List<Double> bare = values(of, Contender.BARE.title);
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                ratios.add(values.get(i) / bare.get(i));
            }
            return Spread.of(ratios).text(2);
        }
    }
}
