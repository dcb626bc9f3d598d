package dev.cairn.datastore.tck;

import static dev.cairn.datastore.tck.Example.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.EndedAttempt;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link Runs#log} promises. */
interface LogConformance extends StoreUnderTest {
    TaskId TRAIN = TaskId.parse("train/3");

    private static LogLine line(String text) {
        return new LogLine(NOW, LogLine.Stream.OUT, text);
    }

    @Test
    @Promise("Runs.log returns lines in the order in which they were written")
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
    @Promise("Runs.log keeps the output of each attempt of each task separate")
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
    @Promise("Runs.log keeps what belongs to the run, but to none of its tasks, under TaskId.RUN")
    default void aRunHasALogThatIsNoTasks() {
        RunId run = newRun();
        runs().log(run, TaskId.RUN, 0, List.of(line("of the run")));
        runs().log(run, TRAIN, 0, List.of(line("of a task")));
        committed(Example.task(run, "train/3"));
        runs().finish(run, RunStatus.SUCCEEDED, NOW, null, null);
        runs().log(run, TaskId.RUN, 0, List.of(line("at last")));

        assertThat(Example.all(runs().log(run, TaskId.RUN, 0))).containsExactly(line("of the run"), line("at last"));
        assertThat(runs().counts(run)).hasSize(1);
        assertThat(Example.all(runs().attempts(run))).hasSize(1);
    }

    @Test
    @Promise("Runs.log keeps lines of any length and text")
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
    @Promise("Runs.log keeps many lines of one call, and can return the first without the others")
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
    @Promise("Runs.log accepts an empty list of lines")
    default void noLinesAreNoLog() {
        RunId run = newRun();
        runs().log(run, TRAIN, 0, List.of());

        assertThat(Example.all(runs().log(run, TRAIN, 0))).isEmpty();
    }

    @Test
    @Promise("Runs.log returns what was written before and after the commit of the attempt and the end of the run")
    default void aLogGoesOnAfterTheCommit() {
        RunId run = newRun();
        runs().log(run, TRAIN, 0, List.of(line("before")));
        committed(Example.task(run, "train/3"));
        runs().log(run, TRAIN, 0, List.of(line("after")));
        runs().finish(run, RunStatus.SUCCEEDED, NOW, null, null);
        runs().log(run, TRAIN, 0, List.of(line("at last")));

        assertThat(Example.all(runs().log(run, TRAIN, 0)))
                .containsExactly(line("before"), line("after"), line("at last"));
    }

    @Test
    @Promise("Runs.log keeps the output of different runs separate")
    default void eachRunHasItsOwnLog() {
        RunId first = newRun();
        RunId second = newRun();
        runs().log(first, TRAIN, 0, List.of(line("first")));
        runs().log(second, TRAIN, 0, List.of(line("second")));

        assertThat(Example.all(runs().log(first, TRAIN, 0))).containsExactly(line("first"));
        assertThat(Example.all(runs().log(second, TRAIN, 0))).containsExactly(line("second"));
    }

    @Test
    @Promise("Runs.log is lazy: it sees what is stored when it gets there")
    default void aLogMayBeReadWhileItIsWritten() {
        RunId run = newRun();
        for (int i = 0; i < 1000; i++) {
            runs().log(run, TRAIN, 0, List.of(line("line " + i)));
        }

        List<LogLine> seen = new ArrayList<>();
        try (Stream<LogLine> log = runs().log(run, TRAIN, 0)) {
            log.limit(5000).forEach(line -> {
                seen.add(line);
                if (seen.size() == 10) {
                    runs().log(run, TRAIN, 0, List.of(line("late")));
                }
            });
        }
        assertThat(seen).hasSize(1001).endsWith(line("late"));
    }

    @Test
    @Promise("Runs.attemptPages says of each attempt that has output that it may have some")
    default void whoFollowsARunLearnsWhichAttemptsHaveOutput() {
        RunId run = newRun();
        runs().log(run, TRAIN, 0, List.of(line("first")));
        submit(Example.commit(Example.attempt(run, "train/3", 0, TaskStatus.FAILED)));
        committed(Example.attempt(run, "train/3", 1, TaskStatus.SUCCEEDED));
        committed(Example.task(run, "train/4"));
        runs().log(run, TaskId.parse("train/4"), 0, List.of(line("after the commit")));

        Set<String> withOutput = runs().attemptPages(run).next().stream()
                .filter(EndedAttempt::mayHaveOutput)
                .map(ended -> ended.task() + " " + ended.attempt())
                .collect(Collectors.toSet());
        assertThat(withOutput).contains("train/3 0", "train/4 0");
    }
}
