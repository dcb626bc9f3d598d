package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.engine.OneByOneEngine;
import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.RecordedFailureException;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An engine of somebody else's leaves what the local engine leaves, bit for bit. */
class OtherEngineTest {
    static Stream<FlowDefinition<?>> flows() {
        return FlowShapes.all();
    }

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("flows")
    void leavesTheSameRecords(FlowDefinition<?> flow) {
        for (int seed = 0; seed < 10; seed++) {
            assertSameRecords(flow, Datastore.inMemory(), seed);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavesTheSameRecordsOfRandomFlows(int seed) {
        assertSameRecords(randomFlow(seed), Datastore.inMemory(), seed);
    }

    static FlowDefinition<?> randomFlow(int seed) {
        return new RandomFlow(seed, 1 + seed / 5).definition();
    }

    static void assertSameRecords(FlowDefinition<?> flow, Datastore datastore, int seed) {
        Run local = TestRun.of(flow).datastore(datastore).maxWorkers(2).run();
        Run other = TestRun.of(flow)
                .datastore(datastore)
                .engine(new OneByOneEngine(seed))
                .run();

        assertThat(other.successful()).isTrue();
        assertThat(RecordText.of(datastore, other.id()))
                .as("seed %s", seed)
                .isEqualTo(RecordText.of(datastore, local.id()))
                .isNotEmpty();
    }

    /** Or else the comparison would say little. */
    @Test
    void itForgetsEverythingAgainAndAgain() {
        OneByOneEngine engine = new OneByOneEngine(1);

        TestRun.of(FlowShapes.nested()).engine(engine).run();

        assertThat(engine.forgotten()).isEqualTo(4); // of 12 tasks
    }

    @Test
    void failureIsKnownByItsRecord() {
        Datastore datastore = Datastore.inMemory();
        FlowDefinition<Numbers> flow = Numbers.flow("Broken")
                .step(foreach("start", "join", "count", Items.range(), "work"), (each, task) -> each.count = 1)
                .step(linear("work", "join").retry(Retries.of(2)), (each, task) -> {
                    throw new IllegalStateException(
                            "no data in attempt " + task.context().attempt());
                })
                .step(end("join").join(), (each, task) -> {})
                .build();

        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class,
                () -> TestRun.of(flow)
                        .datastore(datastore)
                        .engine(new OneByOneEngine(7))
                        .run());

        String run = Cairn.open(datastore).flow("Broken").latest().id();
        assertThat(failure)
                .hasMessage(
                        "task Broken/" + run + "/work/0 failed: java.lang.IllegalStateException: no data in attempt 2");
        assertThat(failure.getCause().getStackTrace()).isEmpty();
        FailureRecord recorded = ((RecordedFailureException) failure.getCause()).recorded();
        assertThat(recorded.type()).isEqualTo("java.lang.IllegalStateException");
        assertThat(recorded.message()).isEqualTo("no data in attempt 2");
        assertThat(recorded.stackTrace()).contains("at " + OtherEngineTest.class.getName());
        RunRecord record = datastore.runs().find(new RunId(run)).orElseThrow();
        assertThat(record.status()).isEqualTo(RunStatus.FAILED);
        assertThat(record.failedTask()).isEqualTo(TaskId.parse("work/0"));
        assertThat(record.failure()).isEqualTo(recorded);
        assertThat(RecordText.of(datastore, run)).hasSize(4);
    }
}
