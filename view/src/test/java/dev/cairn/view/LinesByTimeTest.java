package dev.cairn.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.LogLine;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesByTimeTest {
    private final List<String> shown = new ArrayList<>();

    private void line(LinesByTime lines, String task, int second, String text) throws IOException {
        lines.line(task, 0, new LogLine(Instant.ofEpochSecond(second), LogLine.Stream.OUT, text));
    }

    @Test
    void tasksThatRanAtOnceTakeTurns() throws IOException {
        LinesByTime lines = new LinesByTime((task, attempt, line) -> shown.add(task + ": " + line.text()));
        line(lines, "work/1", 1, "a");
        line(lines, "work/1", 4, "d");
        line(lines, "work/0", 2, "b");
        line(lines, "work/0", 3, "c");
        line(lines, null, 3, "and of the run");
        assertThat(shown).isEmpty();

        lines.passOn();

        assertThat(shown).containsExactly("work/1: a", "work/0: b", "work/0: c", "null: and of the run", "work/1: d");
    }

    @Test
    void aTaskKeepsItsOrderWhereTheClockWasSetBack() throws IOException {
        LinesByTime lines = new LinesByTime((task, attempt, line) -> shown.add(line.text()));
        line(lines, "work/0", 9, "first");
        line(lines, "work/0", 2, "second");
        line(lines, "work/1", 5, "other");

        lines.passOn();

        assertThat(shown).containsExactly("other", "first", "second");
    }

    @Test
    void ofVeryManyLinesSomeComeFirst() throws IOException {
        LinesByTime lines = new LinesByTime((task, attempt, line) -> shown.add(line.text()), 2);
        line(lines, "work/0", 3, "c");
        line(lines, "work/0", 4, "d");
        line(lines, "work/1", 1, "a");
        lines.passOn();

        assertThat(shown).containsExactly("c", "d", "a");
    }
}
