package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;

import dev.cairn.client.Run;
import dev.cairn.datastore.LogLine;
import dev.cairn.engine.flows.TestFlow.Body;
import dev.cairn.runtime.definition.FlowDefinition;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of flows that print. Their standard streams, without Cairn, are buffers. */
abstract class PrintingSteps extends OnEachStore {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    final ByteArrayOutputStream printedErrors = new ByteArrayOutputStream();
    private final PrintStream outBefore = System.out;
    private final PrintStream errBefore = System.err;
    final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    final PrintStream err = new PrintStream(printedErrors, true, StandardCharsets.UTF_8);
    final ExecutorService olderPool = Executors.newSingleThreadExecutor();

    @BeforeEach
    final void replaceStreams() throws Exception {
        olderPool.submit(() -> {}).get();
        System.setOut(out);
        System.setErr(err);
    }

    @AfterEach
    final void putStreamsBack() {
        System.setOut(outBefore);
        System.setErr(errBefore);
        olderPool.shutdown();
    }

    final TestRun<Numbers> quiet(FlowDefinition<Numbers> flow) {
        return TestRun.of(flow).datastore(datastore).outputListener((path, line) -> {});
    }

    static FlowDefinition<Numbers> oneStep(Body<Numbers> body) {
        return Numbers.flow("Printing").step(end("start"), body).build();
    }

    static List<String> texts(Stream<LogLine> log) {
        try (log) {
            return log.map(line -> line.stream() + " " + line.text()).toList();
        }
    }

    static List<String> startOf(Run run) {
        return texts(run.step("start").task().log());
    }

    final String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
