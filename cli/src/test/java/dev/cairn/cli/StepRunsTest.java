package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.FlowShapes;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.RandomFlow;
import dev.cairn.engine.flows.RecordText;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Retries;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole runs of which each task is one call of {@code step}, from ids alone, leave what the local engine leaves, bit for bit. With
 * {@code -Dstep.flows=500} more random ones.
 */
class StepRunsTest {
    private static final int FLOWS = Integer.getInteger("step.flows", 20);

    @TempDir
    private Path directory;

    static Stream<FlowDefinition<?>> flows() {
        return FlowShapes.all();
    }

    static IntStream seeds() {
        return IntStream.range(0, FLOWS);
    }

    @ParameterizedTest
    @MethodSource("flows")
    void leaveTheSameRecords(FlowDefinition<?> flow) {
        assertSameRecords(flow, 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leaveTheSameRecordsOfRandomFlows(int seed) {
        assertSameRecords(new RandomFlow(seed, 1 + seed / 4).definition(), seed);
    }

    @Test
    void anAttemptThatTakesTooLongFailsAndTheNextOneFinishes() {
        FlowDefinition<Numbers> flow = Numbers.flow("Slow")
                .step(linear("start", "end").timeout(Duration.ofMillis(100)).retry(Retries.of(1)), (each, task) -> {
                    each.value = 7;
                    if (task.context().attempt() == 0) {
                        new CountDownLatch(1).await();
                    }
                })
                .step(end("end"), (each, task) -> each.value *= 2)
                .build();
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            StepCommandEngine engine = engine(flow, 1);

            Run run = TestRun.of(flow).datastore(datastore).engine(engine).run();

            assertThat(engine.statuses()).containsExactly(ExitStatus.FAILED, ExitStatus.OK, ExitStatus.OK);
            assertThat(run.step("end").task().artifact("value").as(long.class)).isEqualTo(14);
            assertThat(run.attempts("start").get(0).failure().orElseThrow().type())
                    .isEqualTo("dev.cairn.runtime.StepTimeoutException");
        }
    }

    @Test
    void aStepThatFailsForGoodEndsTheRun() {
        FlowDefinition<Numbers> flow = Numbers.flow("Broken")
                .step(linear("start", "end").retry(Retries.of(1)), (each, task) -> {
                    throw new IllegalStateException(
                            "no data in attempt " + task.context().attempt());
                })
                .step(end("end"), (each, task) -> {})
                .build();
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            StepCommandEngine engine = engine(flow, 1);

            Assertions.assertThatThrownBy(() ->
                            TestRun.of(flow).datastore(datastore).engine(engine).run())
                    .isInstanceOf(FlowFailedException.class)
                    .hasMessageEndingWith("/start failed: java.lang.IllegalStateException: no data in attempt 1");

            assertThat(engine.statuses()).containsExactly(ExitStatus.FAILED, ExitStatus.FAILED);
        }
    }

    private void assertSameRecords(FlowDefinition<?> flow, int seed) {
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            Run local = TestRun.of(flow).datastore(datastore).maxWorkers(2).run();
            StepCommandEngine engine = engine(flow, seed);

            Run steps = TestRun.of(flow).datastore(datastore).engine(engine).run();

            List<String> records = RecordText.of(datastore, steps.id());
            assertThat(records)
                    .as("seed %s", seed)
                    .isEqualTo(RecordText.of(datastore, local.id()))
                    .hasSameSizeAs(engine.statuses());
        }
    }

    private StepCommandEngine engine(FlowDefinition<?> flow, int seed) {
        Console console = new Console(Clock.systemUTC()).in(directory);
        return new StepCommandEngine(seed, arguments -> console.type(flow, arguments));
    }
}
