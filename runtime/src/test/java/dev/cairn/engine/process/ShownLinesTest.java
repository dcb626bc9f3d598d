package dev.cairn.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.LogLine;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was shown and may not be stored. */
class ShownLinesTest {
    private final ShownLines shown = new ShownLines("Flow/run/start");

    private void show(String path, String text) {
        shown.add(new Message.Line(path, new LogLine(Instant.EPOCH, LogLine.Stream.OUT, text)));
    }

    @Test
    void areThoseAfterTheStoredOnes() {
        show("Flow/run/start", "one");
        show("Flow/run", "of the run");
        show("Flow/run/start", "two");

        assertThat(shown.after(0)).extracting(LogLine::text).containsExactly("one", "two");
        assertThat(shown.after(1)).extracting(LogLine::text).containsExactly("two");
        assertThat(shown.after(2)).isEmpty();
        assertThat(shown.after(9)).isEmpty();
    }

    @Test
    void areRememberedAsFarAsTheyCanBeMissing() {
        IntStream.range(0, 5000).forEach(i -> show("Flow/run/start", "line " + i));

        assertThat(shown.after(4998)).extracting(LogLine::text).containsExactly("line 4998", "line 4999");
        assertThat(shown.after(0))
                .hasSize(2000)
                .first()
                .extracting(LogLine::text)
                .isEqualTo("line 3000");
    }
}
