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
import dev.cairn.engine.RecordedFailureException;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.ReadOnlyValueException;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Resources;
import dev.cairn.runtime.definition.StepDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker looks at what its tasks shared before it reports them, so the worker of the last step need not know of it. */
class SharedChangeTest {
    private static final Access NOTHING = Access.nothing();
    private static final int LENGTH = 100_000;
    private static final String MESSAGE =
            "artifact `array` was changed in place by a step whose code only reads it, as far as that was seen when the flow was"
                    + " compiled, so other tasks may have read the changed value. Compile the flow again, together with the classes"
                    + " that it uses; where they change it by reflection, copy it first.";

    @TempDir
    Path directory;

    private static void change(Numbers flow) {
        Objects.requireNonNull(flow.array)[0] = 17;
    }

    @Test
    void bySlicesOfAForeach() {
        AtomicInteger begun = new AtomicInteger();
        assertFails(Numbers.flow("Slices")
                .step(
                        foreach("start", "join", "count", Items.range(), "work")
                                .access(NOTHING.mustAssign("count", "array")),
                        (flow, task) -> {
                            flow.count = 8;
                            flow.array = IntStream.range(0, LENGTH).toArray();
                        })
                .step(linear("work", "join").access(NOTHING.reads("array").mustAssign("value")), (flow, task) -> {
                    flow.value = Objects.requireNonNull(flow.array)[LENGTH - 1];
                    if (begun.incrementAndGet() == 8) { // the last to start, so that nothing is cancelled while it ends
                        change(flow);
                    }
                })
                .step(elsewhere(linear("join", "end").join()), (flow, task) -> {})
                .step(elsewhere(end("end")), (flow, task) -> {})
                .build());
    }

    @Test
    void byChains() {
        assertFails(Numbers.flow("Chains")
                .step(linear("start", "work").access(NOTHING.mustAssign("array")), (flow, task) -> {
                    flow.array = IntStream.range(0, LENGTH).toArray();
                })
                .step(linear("work", "more").access(NOTHING.reads("array")), (flow, task) -> change(flow))
                .step(linear("more", "end").access(NOTHING.reads("array")), (flow, task) -> {})
                .step(elsewhere(end("end")), (flow, task) -> {})
                .build());
    }

    /** Its tasks are executed by a worker that has nothing of the others. */
    private static StepDefinition elsewhere(StepDefinition step) {
        return step.resources(new Resources(1, "", 1)).access(NOTHING);
    }

    private void assertFails(FlowDefinition<Numbers> flow) {
        try (TestTemporal temporal = new TestTemporal();
                Datastore datastore = Datastore.of("file:" + directory.resolve("store"))) {
            TemporalWorker worker = temporal.worker("flows", List.of(flow), datastore, 1);
            TemporalWorker other = temporal.worker("flows.gpu1", List.of(flow), datastore, 1);
            try {
                assertThatThrownBy(() -> TestRun.of(flow)
                                .datastore(datastore)
                                .engine(temporal.engine("flows"))
                                .run())
                        .isInstanceOf(RecordedFailureException.class)
                        .hasMessageContaining(MESSAGE);
                RunRecord run = stored(datastore);
                assertThat(run.status()).isEqualTo(RunStatus.FAILED);
                assertThat(run.failedTask()).isNull();
                assertThat(Objects.requireNonNull(run.failure()).type())
                        .isEqualTo(ReadOnlyValueException.class.getName());
                assertThat(run.failure().message()).isEqualTo(MESSAGE);
            } finally {
                worker.close();
                other.close();
            }
        }
    }

    private static RunRecord stored(Datastore datastore) {
        try (Stream<RunRecord> runs = datastore.runs().list(RunQuery.all())) {
            return runs.findFirst().orElseThrow();
        }
    }
}
