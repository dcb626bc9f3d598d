package dev.cairn.engine.temporal;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One of many elements fails for good: the run fails with it, and what still runs is cancelled. What runs then waits for that, because the
 * server for tests hangs when an activity ends while the workflow cancels it. Until then at most one task waits: slices start in any order,
 * and the element that fails needs a thread.
 */
@Timeout(120)
class WideFailureTest {
    private static final int ITEMS = 300;

    /** The standard ones, but a cancel is noticed soon. */
    private static final Limits LIMITS = new Limits(5_000, 10_000, 999, 1_000, 8_000, 1_500, 8, 4);

    private final CountDownLatch otherRuns = new CountDownLatch(1);
    private final AtomicBoolean waits = new AtomicBoolean();
    private final AtomicBoolean fails = new AtomicBoolean();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {0, 150})
    void inASlice(int index) {
        assertFails(wide(index, true), LIMITS, 2, index);
    }

    @ParameterizedTest
    @ValueSource(ints = 0)
    void withChildWorkflows(int index) {
        assertFails(wide(index, true), TestTemporal.SMALL, 2, index);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 299})
    void byAWorkerOfOneThread(int index) {
        assertFails(wide(index, false), LIMITS, 1, index);
    }

    private FlowDefinition<Numbers> wide(int index, boolean beside) {
        return Numbers.flow("WideFailure")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = ITEMS)
                .step(linear("work", "join"), (flow, task) -> {
                    flow.value = task.index("count");
                    if (flow.value == index) {
                        if (beside) {
                            otherRuns.await();
                        }
                        fails.set(true);
                        throw new IllegalStateException("not this one");
                    } else if (fails.get() || beside && flow.value > index && waits.compareAndSet(false, true)) {
                        otherRuns.countDown();
                        new CountDownLatch(1).await(); // until it is cancelled
                    }
                })
                .step(end("join").join(), (flow, task) -> {})
                .build();
    }

    private void assertFails(FlowDefinition<Numbers> flow, Limits limits, int workers, int index) {
        try (TestTemporal temporal = new TestTemporal();
                Datastore datastore = Datastore.of("file:" + directory.resolve("store"))) {
            TemporalWorker worker = temporal.worker("flows", List.of(flow), datastore, workers);
            try {
                assertThatThrownBy(() -> TestRun.of(flow)
                                .datastore(datastore)
                                .engine(temporal.engine("flows", limits))
                                .run())
                        .hasMessageContaining("not this one");
                RunRecord run = stored(datastore);
                assertThat(run.status()).isEqualTo(RunStatus.FAILED);
                assertThat(Objects.requireNonNull(run.failedTask())).hasToString("work/" + index);
            } finally {
                worker.close();
            }
        }
    }

    private static RunRecord stored(Datastore datastore) {
        try (Stream<RunRecord> runs = datastore.runs().list(RunQuery.all())) {
            return runs.findFirst().orElseThrow();
        }
    }
}
