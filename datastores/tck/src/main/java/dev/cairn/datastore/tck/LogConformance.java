package dev.cairn.datastore;

import static dev.cairn.datastore.Example.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Runs#log} promises. */
interface LogConformance {
    TaskId TRAIN = TaskId.parse("train/3");

    Datastore datastore();

    private Runs runs() {
        return datastore().runs();
    }

    private RunId newRun() {
        RunRecord run = Example.run("Flow");
        runs().create(run);
        return run.id();
    }

    private static LogLine line(String text) {
        return new LogLine(NOW, LogLine.Stream.OUT, text);
    }

    @Test
    default void linesAreReadInTheOrderInWhichTheyWereWritten() {
        RunId run = newRun();
        List<LogLine> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<LogLine> lines = List.of(
                    new LogLine(NOW.plusNanos(i), LogLine.Stream.OUT, "out " + i),
                    new LogLine(NOW, LogLine.Stream.ERR, "err " + i),
                    new LogLine(NOW.minusSeconds(i), LogLine.Stream.LOG, ""));
            runs().log(run, TRAIN, 0, lines);
            expected.addAll(lines);
        }

        assertThat(Example.all(runs().log(run, TRAIN, 0))).isEqualTo(expected);
    }

    @Test
    default void eachAttemptOfEachTaskHasItsOwnLog() {
        RunId run = newRun();
        runs().log(run, TRAIN, 0, List.of(line("first")));
        runs().log(run, TRAIN, 1, List.of(line("second")));
        runs().log(run, TaskId.parse("train/30"), 0, List.of(line("other")));

        assertThat(Example.all(runs().log(run, TRAIN, 0))).containsExactly(line("first"));
        assertThat(Example.all(runs().log(run, TRAIN, 1))).containsExactly(line("second"));
        assertThat(Example.all(runs().log(run, TRAIN, 2))).isEmpty();
    }

    @Test
    default void hugeAndHostileLinesAreKept() {
        RunId run = newRun();
        List<LogLine> lines = List.of(
                line("\uD83D\uDE00".repeat(500_000)),
                line("a\0b\u001b[2J'\";--"),
                line("x".repeat(1_000_000)),
                line("\u202E\uFFFF"));
        runs().log(run, TRAIN, 0, lines);

        assertThat(Example.all(runs().log(run, TRAIN, 0))).isEqualTo(lines);
    }

    @Test
    default void manyLinesInOneCallAreKept() {
        RunId run = newRun();
        List<LogLine> lines = IntStream.range(0, 20_000)
                .mapToObj(i -> line("epoch " + i + ", loss " + 1.0 / (i + 1)))
                .toList();
        runs().log(run, TRAIN, 0, lines);

        assertThat(Example.all(runs().log(run, TRAIN, 0))).isEqualTo(lines);
        assertThat(runs().log(run, TRAIN, 0).limit(2)).containsExactly(lines.get(0), lines.get(1));
    }

    @Test
    default void noLinesAreNoLog() {
        RunId run = newRun();
        runs().log(run, TRAIN, 0, List.of());

        assertThat(Example.all(runs().log(run, TRAIN, 0))).isEmpty();
    }
}
