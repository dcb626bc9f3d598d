package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.datastore.LogLine;
import dev.cairn.engine.OutputListener;
import dev.cairn.runtime.definition.FlowDefinition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who is told of what a run writes. */
class OutputListenerTest {
    @Test
    void listenerIsToldOfEachLineWithThePathOfItsTask() {
        List<String> told = new CopyOnWriteArrayList<>();

        Run run = TestRun.of(logging())
                .outputListener((path, line) -> told.add(path + " " + line.stream() + " " + line.text()))
                .run();

        assertThat(told)
                .containsExactly(
                        run.pathspec() + "/start LOG one",
                        run.pathspec() + "/start LOG two",
                        run.pathspec() + "/end LOG three");
    }

    @Test
    void whatAListenerThrowsIsNoFailureOfTheTask() {
        Run run = TestRun.of(logging())
                .outputListener((path, line) -> {
                    throw new IllegalStateException("nobody listens");
                })
                .run();

        assertThat(run.successful()).isTrue();
        assertThat(run.step("start").task().log()).extracting(LogLine::text).containsExactly("one", "two");
    }

    @Test
    void linesArePrintedWithTimeAndPathAndNoControlCharacters() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Instant noon = LocalDateTime.of(2026, 11, 23, 12, 0, 1, 42_000_000)
                .atZone(ZoneId.systemDefault())
                .toInstant();

        OutputListener.printingTo(new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .line("Flow/1/end", new LogLine(noon, LogLine.Stream.LOG, "red \u001b[31m"));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("2026-11-23 12:00:01.042 [Flow/1/end] red \\u001b[31m" + System.lineSeparator());
    }

    /** As when the reader of a pipe has gone: each attempt to write to it would cost time. */
    @Test
    void aStreamThatFailsIsPrintedToNoMore() {
        AtomicInteger writes = new AtomicInteger();
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                writes.incrementAndGet();
                throw new IOException("Broken pipe");
            }
        };

        Run run = TestRun.of(logging())
                .outputListener(OutputListener.printingTo(new PrintStream(broken, true, StandardCharsets.UTF_8)))
                .run();

        assertThat(run.successful()).isTrue();
        assertThat(writes).as("that of the first line").hasValue(1);
        assertThat(run.step("start").task().log()).hasSize(2);
    }

    @Test
    void errorsMayBePrintedElsewhere() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputListener listener = OutputListener.printingTo(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        for (LogLine.Stream stream : LogLine.Stream.values()) {
            listener.line("p", new LogLine(Instant.EPOCH, stream, stream.name()));
        }

        assertThat(out.toString(StandardCharsets.UTF_8).lines().map(line -> line.substring(line.indexOf('['))))
                .containsExactly("[p] OUT", "[p] LOG");
        assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("[p] ERR" + System.lineSeparator());
    }

    private static FlowDefinition<Numbers> logging() {
        return Numbers.flow("Logging")
                .step(linear("start", "end"), (flow, task) -> task.context().log("one\ntwo"))
                .step(end("end"), (flow, task) -> task.context().log("three"))
                .build();
    }
}
