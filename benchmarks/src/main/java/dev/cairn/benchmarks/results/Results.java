package dev.cairn.benchmarks.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the page of results, and its charts, of what the benchmarks wrote. */
public final class Results {
    /** Of the figures on the page. */
    public static final int JDK = 17;

    private static final String CHARTS = "charts";

    private Results() {}

    static List<Section> sections() {
        return List.of(
                ManyTasks.section(),
                LargeValues.section(),
                Codecs.section(),
                Reading.section(),
                Starting.section(),
                CompileTime.section(),
                Engines.section());
    }

    /**
     * Writes {@code RESULTS.md} and the charts.
     *
     * @param directory of the benchmarks, with {@code misses.md}
     * @param results what the benchmarks wrote, below it
     * @param jdk whose figures they are to be, such as 17
     * @param page where the page is written; charts go to a folder of {@code results}
     */
    public static void write(Path directory, Path results, int jdk, Path page) throws IOException {
        for (Map.Entry<Path, String> file : files(directory, results, jdk, page).entrySet()) {
            Files.createDirectories(file.getKey().toAbsolutePath().getParent());
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    /** What is written, by its paths. */
    static Map<Path, String> files(Path directory, Path results, int jdk, Path page) throws IOException {
        Measurements measurements = Measurements.read(results, "-jdk" + jdk + ".tsv");
        Path charts = results.resolve(CHARTS);
        Map<Path, String> files = new LinkedHashMap<>();
        for (Section section : sections()) {
            Chart.of(section, measurements)
                    .ifPresent(chart -> files.put(charts.resolve(section.chart() + ".svg"), chart));
        }
        Path link = page.toAbsolutePath().resolveSibling("").relativize(charts.toAbsolutePath());
        Misses misses = Misses.read(directory.resolve("misses.md"));
        files.put(page, ResultsPage.of(sections(), measurements, misses, link.toString()));
        return files;
    }
}
