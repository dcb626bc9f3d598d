package dev.cairn.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureFileTest {
    @TempDir
    private Path directory;

    private static Group group(String name, double... values) {
        List<Double> all = Arrays.stream(values).boxed().toList();
        return new Group(
                name,
                "What is done.",
                Map.of("date", "2026-11-30"),
                List.of(new Figure("Cairn, ms", 1, "at most 2", all)),
                List.of("Round 3 failed: the disk is full"));
    }

    @Test
    void readsWhatItWrote() throws IOException {
        Path file = directory.resolve("new").resolve("store.tsv");
        FigureFile.write(file, List.of(group("one", 1.5, 1.25), group("other", 3)));

        assertThat(Files.readString(file)).startsWith("""
                group\tone\tWhat is done.
                date\t2026-11-30
                figure\tCairn, ms\t1\tat most 2\t1.5\t1.25
                failure\tRound 3 failed: the disk is full
                group\tother\t""");
        assertThat(FigureFile.read(file)).containsExactly(group("one", 1.5, 1.25), group("other", 3));
        assertThat(FigureFile.read(directory.resolve("missing.tsv"))).isEmpty();
    }

    @Test
    void keepsGroupsThatAreNotMeasuredAgain() throws IOException {
        Path file = directory.resolve("store.tsv");
        FigureFile.write(file, List.of(group("one", 1), group("other", 2)));

        FigureFile.merge(file, List.of(group("one", 9), group("new", 3)));

        assertThat(FigureFile.read(file)).containsExactly(group("one", 9), group("other", 2), group("new", 3));
    }

    @Test
    void keepsALineInOneLine() throws IOException {
        Path file = directory.resolve("store.tsv");
        FigureFile.write(file, List.of(new Group("one", "", Map.of(), List.of(), List.of("failed:\n\tat Store.open"))));

        assertThat(FigureFile.read(file).get(0).failures()).containsExactly("failed: at Store.open");
    }

    @Test
    void refusesWhatIsNoSuchFile() throws IOException {
        Path file = Files.writeString(directory.resolve("other.tsv"), "figure\ta\t1\t\t2\n");

        assertThatThrownBy(() -> FigureFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " does not begin with a group");
    }

    @Test
    void sixDigitsAreEnough() {
        assertThat(new Figure("a", 0, "", List.of(1234567.89, 0.123456789)).values())
                .containsExactly(1234570.0, 0.123457);
    }

    @Test
    void theFileIsBesideTheReport() {
        assertThat(FigureFile.beside(Path.of("results", "store-jdk17.md")))
                .isEqualTo(Path.of("results", "store-jdk17.tsv"));
    }

    @Test
    void collectsRoundsInTheirOrder() {
        Recorder recorder = new Recorder(2, "assertj-core");
        recorder.note("disk", "ext4");
        recorder.add("one", "a, ms", 1, 1);
        recorder.add("other", "b, ms", List.of(5.0), 0, "at most 6");
        recorder.add("one", "a, ms", 2, 1);
        recorder.fail("other", "Round 2 failed");

        List<Group> groups = recorder.groups();

        assertThat(groups).extracting(Group::name).containsExactly("one", "other");
        assertThat(groups.get(0).figures()).containsExactly(new Figure("a, ms", 1, "", List.of(1.0, 2.0)));
        assertThat(groups.get(1).failures()).containsExactly("Round 2 failed");
        assertThat(groups.get(0).circumstances())
                .containsEntry("disk", "ext4")
                .containsEntry("rounds", "2")
                .containsKeys("date", "commit", "JDK", "machine", "load")
                .extractingByKey("versions")
                .asString()
                .matches("assertj-core \\d+\\.\\d+\\.\\d+");
    }
}
