package dev.cairn.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.benchmarks.figures.FigureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What is measured does what it is measured for; how long that takes, no test judges. */
class StoreBenchmarkTest {
    private static final Sizes TINY = new Sizes(1, 2_000, 500, 1_000, 20, 12, 2, 4, 4, 1, 20, 2);

    @TempDir
    private Path directory;

    private Figures measure(Workload workload) throws IOException {
        Figures figures = new Figures();
        try (WorkDirectory work = WorkDirectory.in(directory)) {
            work.clear();
            workload.measure(work, figures);
        }
        assertThat(directory).isEmptyDirectory();
        assertThat(figures.names())
                .isNotEmpty()
                .filteredOn(name -> !name.contains("allocated"))
                .allSatisfy(name -> assertThat(figures.values(name))
                        .hasSize(1)
                        .allSatisfy(value -> assertThat(value).isFinite().isPositive()));
        return figures;
    }

    @Test
    @EnabledIfSystemProperty(named = "store.workloads", matches = "all")
    void manyTasks() throws IOException {
        assertThat(measure(new ForeachWorkload(TINY)).names())
                .containsExactly(
                        "Cairn, tasks in a second",
                        "SQLite, rows in a second",
                        "Cairn / SQLite",
                        "Spring Batch on H2, partitions in a second",
                        "Cairn / Spring Batch on H2");
    }

    @Test
    @EnabledIfSystemProperty(named = "store.workloads", matches = "all")
    void aHeapThatStaysFlat() throws IOException {
        assertThat(measure(new HeapWorkload(TINY)).names())
                .containsExactly("live after a tenth, MB", "live at the end, MB", "at the end / after a tenth");
    }

    @Test
    @EnabledIfSystemProperty(named = "store.workloads", matches = "all")
    void processesAtOnce() throws IOException {
        assertThat(measure(new ProcessesWorkload(TINY)).names())
                .containsExactly("four at once, tasks in a second", "one alone, tasks in a second", "four / one");
    }

    @Test
    @EnabledIfSystemProperty(named = "store.workloads", matches = "all")
    void largeArtifacts() throws IOException {
        assertThat(measure(new LargeArtifactsWorkload(TINY)).names()).contains("Cairn / files");
    }

    @Test
    @EnabledIfSystemProperty(named = "store.workloads", matches = "all")
    void oneArrayForManyTasks() throws IOException {
        assertThat(measure(new SharedArrayWorkload(TINY)).names())
                .contains("Cairn / plain Java", "passed / plain Java");
    }

    @Test
    @EnabledIfSystemProperty(named = "store.workloads", matches = "all")
    void commandsThatRead() throws IOException {
        assertThat(measure(new CommandsWorkload(TINY)).names())
                .contains("`diff latest`, ms", "`list` / run of 10", "`report latest --output -`, MB of heap at most");
    }

    @Test
    @EnabledIfSystemProperty(named = "store.workloads", matches = "all")
    void stepsOneAfterTheOther() throws IOException {
        assertThat(measure(new ChainWorkload(TINY)).names()).contains("SQLite / Cairn, chain", "SQLite / Cairn, loop");
    }

    @Test
    @EnabledIfSystemProperty(named = "store.workloads", matches = "all")
    void aStateThatChanges() throws IOException {
        assertThat(measure(new StateWorkload(TINY)).names()).contains("Cairn / SQLite");
    }

    @Test
    @EnabledIfSystemProperty(named = "store.workloads", matches = "all")
    void aLargeArray() throws IOException {
        Figures figures = measure(new ArrayWorkload(TINY));

        assertThat(figures.names())
                .contains("stored / the slower of file and SHA-256", "read cached / SHA-256")
                .contains("stored, allocated besides the array, MB", "read cached, allocated besides the array, MB");
    }

    @Test
    @EnabledIfSystemProperty(named = "store.workloads", matches = "all")
    void tasksOfALargeRun() throws IOException {
        assertThat(measure(new ReadWorkload(TINY)).names())
                .contains("tasks in a row / small run", "tasks from all over the run / small run");
    }

    @Test
    void openingAStore() throws IOException {
        assertThat(measure(new OpenWorkload(TINY)).names())
                .containsExactly("with tasks, ms", "empty, ms", "with tasks / empty");
    }

    @Test
    void theReportHasLimitsBesideRatios() {
        StoreReport report = new StoreReport(3, "ext4 on /dev/disk");
        Figures figures = report.figures(new ForeachWorkload(TINY));
        for (double load : new double[] {1, 2, 4}) {
            figures.add("tasks in a second", 30_000 / load, 0);
            figures.add("Cairn / SQLite", 0.75, 2, "at least 0.7");
        }

        assertThat(StoreReport.text(report.groups()))
                .contains("; rounds: 3; ", "; disk: ext4 on /dev/disk; load: ")
                .endsWith("""
                ## foreach

                A foreach of 2,000 tasks, one small artifact each, with a heap of 512 MB, beside a bare loop that writes the same rows to SQLite, 100 in a commit, and beside 4 partitions of Spring Batch with their records in a file of H2.

                | | measured | limit |
                | --- | ---: | --- |
                | tasks in a second | 15000 (7500-30000) |  |
                | Cairn / SQLite | 0.75 (0.75-0.75) | at least 0.7 |

                """);
    }

    /** A workload that cannot be measured. */
    private record Broken() implements Workload {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String title() {
            return "Nothing";
        }

        @Override
        public void measure(WorkDirectory work, Figures figures) throws IOException {
            throw new IOException("the disk is full");
        }
    }

    /** An hour of measurements is not lost with one of them. */
    @Test
    void aRoundThatFailsIsReported() throws IOException {
        StoreReport report = new StoreReport(2, "ext4 on /dev/disk");
        assertThat(report.hasFailures()).isFalse();
        try (WorkDirectory work = WorkDirectory.in(directory)) {
            StoreBenchmark.measure(new Broken(), work, 2, report.figures(new Broken()));
        }

        assertThat(report.hasFailures()).isTrue();
        assertThat(StoreReport.text(report.groups())).endsWith("""
                ## broken

                Nothing.

                - Round 2 failed: the disk is full

                """);
    }

    @Test
    void whatIsNamedIsMeasured() throws IOException {
        Path file = directory.resolve("report.md");
        StoreBenchmark.of(TINY).run(List.of("foreach"), directory.resolve("work"), file);

        assertThat(Files.readString(file).lines().filter(line -> line.startsWith("## ")))
                .containsExactly("## foreach");
        assertThat(FigureFile.read(directory.resolve("report.tsv")).get(0).figure("Cairn / SQLite"))
                .hasValueSatisfying(figure -> assertThat(figure.values()).hasSize(1));
        assertThat(directory.resolve("work")).isEmptyDirectory();
    }
}
