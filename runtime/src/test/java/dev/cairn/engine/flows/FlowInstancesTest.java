package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.runtime.FlowFailedException;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a flow instance, and so what is in its fields, is held. */
@Timeout(60)
class FlowInstancesTest {
    @Test
    void isLetGoWhenItsTaskHasEndedAlsoWhereTheDiskIsSlower() {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        AtomicReference<WeakReference<Numbers>> first = new AtomicReference<>();
        AtomicReference<Numbers> heldInTheNextTask = new AtomicReference<>();

        TestRun.of(Numbers.flow("Large")
                        .step(linear("start", "end"), (flow, task) -> first.set(new WeakReference<>(flow)))
                        .step(end("end"), (flow, task) -> {
                            System.gc();
                            heldInTheNextTask.set(first.get().get());
                            durable.complete(null);
                        })
                        .build())
                .datastore(new SlowDatastore(durable))
                .run();

        assertThat(heldInTheNextTask.get()).isNull();
    }

    @Test
    void aFactoryThatHasOnlyOneIsRefused() {
        Numbers only = new Numbers();

        assertThatThrownBy(() -> TestRun.of(Numbers.flow("Single")
                                .step(linear("start", "end"), (flow, task) -> {})
                                .step(end("end"), (flow, task) -> {})
                                .build())
                        .flowFactory(() -> only)
                        .run())
                .isInstanceOf(FlowFailedException.class)
                .hasRootCauseMessage("the flowFactory of Single returned the same object twice, but each task needs its"
                        + " own. Let it create a new one for each call; as a bean of a container, in prototype scope.");
    }
}
