package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.runtime.RunInterruptedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody else asks a run to stop. */
@Timeout(60)
class StopRequestTest extends OnEachStore {
    @Test
    void itEndsAsIfItHadBeenInterrupted() {
        AtomicReference<RunRecord> started = new AtomicReference<>();
        CountDownLatch never = new CountDownLatch(1);
        TestRun<Numbers> run = TestRun.of(Numbers.flow("Stopped")
                        .step(linear("start", "end"), (flow, task) -> {
                            datastore.runs().requestStop(started.get().id()); // as another process does
                            never.await();
                        })
                        .step(end("end"), (flow, task) -> {})
                        .build())
                .datastore(datastore)
                .patience(Duration.ofSeconds(1))
                .onStart(reference ->
                        started.set(datastore.runs().find(reference.id()).orElseThrow()));

        assertThatThrownBy(run::run).isInstanceOf(RunInterruptedException.class);

        assertThat(Thread.interrupted()).isTrue();
        RunRecord ended = datastore.runs().find(started.get().id()).orElseThrow();
        assertThat(ended.status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(ended.stopRequestedAt()).isNotNull();
    }
}
