package dev.cairn.benchmarks.peers;

import dev.cairn.benchmarks.figures.Figure;
import dev.cairn.benchmarks.figures.FigureFile;
import dev.cairn.benchmarks.figures.Group;
import dev.cairn.benchmarks.figures.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an annotation processor adds to {@code javac} of one small class, in a process that was just started: Cairn, and others. They take
 * turns.
 *
 * @param rounds how often each compilation is measured; one round more, before them, does not count
 */
public record PeersBenchmark(int rounds) {
    private static final Path SOURCES = Path.of("benchmarks", "peers");
    private static final Path CLASS_PATHS = Path.of("benchmarks", "target", "peers");
    private static final String GROUP = "small";

    /** The benchmark whose results are kept. */
    public static PeersBenchmark full() {
        return new PeersBenchmark(15);
    }

    /** A shorter one, for a look. */
    public static PeersBenchmark quick() {
        return new PeersBenchmark(3);
    }

    /** The same with more or fewer rounds. */
    public PeersBenchmark withRounds(int other) {
        return new PeersBenchmark(other);
    }

    /** Measures Cairn and the processors whose class paths {@code benchmarks/run} found, and writes the report. */
    public void run(Path report) throws IOException {
        measure(Peer.all(CLASS_PATHS), SOURCES, report);
    }

    void measure(List<Peer> peers, Path sources, Path report) throws IOException {
        Recorder recorder = new Recorder(rounds);
        recorder.note("versions", versions(peers));
        recorder.group(GROUP, "`javac` of one small class, each time a new process, with a processor and without.");
        Path directory = Files.createTempDirectory("cairn-benchmark");
        try {
            List<SmallCompilation> compilations = new ArrayList<>();
            for (Peer peer : peers) {
                compilations.add(
                        new SmallCompilation(peer, sources.resolve(peer.folder()), directory.resolve(peer.folder())));
            }
            for (SmallCompilation compilation : compilations) {
                compilation.prepare();
            }
            for (int round = 0; round <= rounds; round++) {
                for (SmallCompilation compilation : compilations) {
                    double with = compilation.withProcessor();
                    double alone = compilation.alone();
                    if (round > 0) {
                        String name = compilation.peer().name();
                        recorder.add(GROUP, name + ", ms", with * 1000, 0);
                        recorder.add(GROUP, name + ", javac alone, ms", alone * 1000, 0);
                        recorder.add(GROUP, name + " / javac alone", with / alone, 2);
                    }
                }
            }
        } finally {
            SmallCompilation.delete(directory);
        }
        List<Group> groups = recorder.groups();
        String text = text(groups.get(0));
        System.out.print(text);
        Files.createDirectories(report.toAbsolutePath().getParent());
        Files.writeString(report, text);
        FigureFile.write(FigureFile.beside(report), groups);
    }

    /** The jars that are named after the folders of their sources. */
    private static String versions(List<Peer> peers) {
        return peers.stream()
                .flatMap(peer -> Arrays.stream(peer.classPath().split("[:;]", -1))
                        .map(entry -> Path.of(entry).getFileName().toString())
                        .filter(jar -> jar.matches(peer.folder() + "-\\d.*\\.jar"))
                        .map(jar -> peer.name() + " "
                                + jar.substring(peer.folder().length() + 1, jar.length() - ".jar".length())))
                .collect(Collectors.joining(", "));
    }

    private static String text(Group group) {
        StringBuilder text = new StringBuilder("# Small compilations, with annotation processors\n\n")
                .append(group.circumstances().entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue())
                        .collect(Collectors.joining("; ")))
                .append(".\n\n")
                .append(group.title())
                .append(" Each figure is the median of the rounds and, in brackets, the least and the greatest.\n\n")
                .append("| | measured |\n| --- | ---: |\n");
        for (Figure figure : group.figures()) {
            text.append("| %s | %s |\n".formatted(figure.name(), figure.spread().text(figure.decimals())));
        }
        return text.toString();
    }
}
