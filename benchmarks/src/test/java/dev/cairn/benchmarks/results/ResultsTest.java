package dev.cairn.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.benchmarks.store.StoreBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that is committed is that of the figures that are committed. */
class ResultsTest {
    private static final Path DIRECTORY = Path.of("").toAbsolutePath();

    private static List<Target> targets() {
        return Results.sections().stream()
                .flatMap(section -> section.rows().stream())
                .flatMap(row -> row.targets().stream())
                .toList();
    }

    @Test
    void thePageIsWhatTheGeneratorMakes() throws IOException {
        Path results = DIRECTORY.resolve("results");
        Map<Path, String> files = Results.files(DIRECTORY, results, Results.JDK, DIRECTORY.resolve("RESULTS.md"));

        for (Map.Entry<Path, String> file : files.entrySet()) {
            assertThat(file.getKey())
                    .as("`benchmarks/run results` writes it again")
                    .hasContent(file.getValue());
        }
        try (Stream<Path> charts = Files.list(results.resolve("charts"))) {
            assertThat(charts).allSatisfy(chart -> assertThat(files).containsKey(chart));
        }
    }

    @Test
    void everyTargetHasAnIdOfItsOwn() {
        assertThat(targets()).extracting(Target::id).doesNotHaveDuplicates();
    }

    @Test
    void whatIsWrittenAboutMissesIsAboutTargets() throws IOException {
        Misses misses = Misses.read(DIRECTORY.resolve("misses.md"));
        assertThat(misses.texts().keySet())
                .isSubsetOf(targets().stream().map(Target::id).toList());
        assertThat(misses.texts().values()).allSatisfy(text -> assertThat(text).isNotBlank());
    }

    /** A row about a workload that was renamed would be said to be not measured, for ever. */
    @Test
    void rowsAreAboutWorkloadsThatExist() {
        List<String> workloads = StoreBenchmark.workloads();
        List<Source> sources =
                targets().stream().map(target -> target.quantity().source()).toList();
        assertThat(sources)
                .filteredOn(source -> source.benchmark().equals("store"))
                .extracting(Source::group)
                .isSubsetOf(workloads);
        assertThat(sources)
                .extracting(Source::benchmark)
                .containsOnly("store", "codecs", "start-up", "peers", "processor", "cloud", "temporal");
    }

    @Test
    void everyRowOfTheDesignIsThere() {
        assertThat(Results.sections().stream().flatMap(section -> section.rows().stream()))
                .extracting(Row::title)
                .hasSize(18)
                .doesNotHaveDuplicates();
    }
}
