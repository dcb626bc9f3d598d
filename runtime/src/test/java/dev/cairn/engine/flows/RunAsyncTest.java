package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.FlowIsRunningException;
import dev.cairn.datastore.RunStatus;
import dev.cairn.engine.ResumeRefusedException;
import dev.cairn.engine.RunHandle;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.RunInterruptedException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Runs that go on while whoever started them does something else. */
class RunAsyncTest extends OnEachStore {
    private static final Map<String, String> CODE = Map.of("start", "1", "wait", "1", "end", "1");

    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    private TestFlow<Numbers> flow() {
        return Numbers.flow("Async")
                .step(linear("start", "wait"), (flow, task) -> flow.value = 7)
                .step(linear("wait", "end"), (flow, task) -> {
                    waiting.countDown();
                    goOn.await();
                })
                .step(end("end"), (flow, task) -> {})
                .build();
    }

    private TestRun<Numbers> builder(TestFlow<Numbers> flow) {
        return TestRun.of(flow).datastore(datastore).code(CODE).outputListener((path, line) -> {});
    }

    private Run stored(RunHandle<Run> handle) {
        return Cairn.open(datastore).flow("Async").run(handle.id());
    }

    @Test
    void theIdIsThereAtOnceAndSoIsTheRun() throws InterruptedException {
        RunHandle<Run> handle = builder(flow()).runAsync();

        assertThat(stored(handle).status()).isEqualTo(RunStatus.RUNNING);
        assertThat(handle.isDone()).isFalse();
        assertThat(handle).hasToString("run Async/" + handle.id());
        goOn.countDown();
        assertThat(handle.await().step("end").task().artifact("value").as(long.class))
                .isEqualTo(7);
        assertThat(handle.isDone()).isTrue();
        assertThat(handle).hasToString("run Async/" + handle.id() + ", which has ended");
    }

    @Test
    void aRunThatIsCancelledIsStoppedAndCanBeResumed() throws InterruptedException {
        RunHandle<Run> handle = builder(flow()).runAsync();
        waiting.await();

        handle.cancel();

        assertThatThrownBy(handle::await)
                .isInstanceOf(RunInterruptedException.class)
                .hasMessage("run Async/" + handle.id() + " was interrupted");
        assertThat(stored(handle).status()).isEqualTo(RunStatus.INTERRUPTED);
        goOn.countDown();
        Run resumed = builder(flow()).resumeAsync(handle.id()).await();
        assertThat(Trainings.ownTasks(resumed)).containsExactly("wait", "end");
    }

    @Test
    void toCancelARunThatHasEndedDoesNothing() throws InterruptedException {
        goOn.countDown();
        RunHandle<Run> handle = builder(flow()).runAsync();
        Run run = handle.await();

        handle.cancel();

        assertThat(handle.await()).isSameAs(run);
        assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void aFailureIsThatOfTheRun() throws InterruptedException {
        RunHandle<Run> handle = builder(Numbers.flow("Async")
                        .step(end("start"), (flow, task) -> {
                            throw new IllegalStateException("no data");
                        })
                        .build())
                .runAsync();

        assertThatThrownBy(handle::await)
                .isInstanceOf(FlowFailedException.class)
                .hasRootCauseMessage("no data");
        assertThat(stored(handle).status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void futuresAreForWatchingOnly() throws Exception {
        RunHandle<Run> handle = builder(flow()).runAsync();
        CompletableFuture<String> then = handle.future().thenApply(Run::id);
        CompletableFuture<Run> cancelled = handle.future();
        waiting.await();

        cancelled.cancel(true);
        goOn.countDown();

        assertThat(then.get()).isEqualTo(handle.id());
        assertThat(handle.await().successful()).isTrue();
    }

    @Test
    void aFutureCompletesWithTheFailureItself() throws InterruptedException {
        RunHandle<Run> handle = builder(flow()).runAsync();
        waiting.await();
        handle.cancel();

        assertThatThrownBy(() -> handle.future().get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RunInterruptedException.class);
    }

    @Test
    void whoIsInterruptedWhileWaitingLeavesTheRunAlone() throws InterruptedException {
        RunHandle<Run> handle = builder(flow()).runAsync();
        Thread.currentThread().interrupt();

        assertThatThrownBy(handle::await).isInstanceOf(InterruptedException.class);

        goOn.countDown();
        assertThat(handle.await().successful()).isTrue();
    }

    @Test
    void whatCannotStartIsSaidAtOnce() {
        TestFlow<Numbers> flow = TestFlow.of("Async", Numbers.class, Numbers::new)
                .field(
                        ArtifactDefinition.parameter("value", "long", Codecs.LONG)
                                .mandatory(),
                        each -> each.value,
                        (each, value) -> each.value = value)
                .step(end("start"), (each, task) -> {})
                .build();

        assertThatThrownBy(() -> builder(flow).runAsync())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("flow Async needs a value for its parameter `value`. Set it with .value(..) before run().");
        assertThatThrownBy(() -> builder(flow()).resumeAsync("20261123T211357042-k3f9x2dq"))
                .isInstanceOf(ResumeRefusedException.class);
        assertThat(Cairn.open(datastore).flows()).isEmpty();
    }

    @Test
    void anExclusiveRunIsRefusedAtOnce() throws InterruptedException {
        RunHandle<Run> first = builder(flow()).runAsync();

        assertThatThrownBy(() -> builder(flow()).exclusive().runAsync()).isInstanceOf(FlowIsRunningException.class);

        goOn.countDown();
        first.await();
    }

    @Test
    void aStepMayStartOneToo() throws InterruptedException {
        goOn.countDown();
        RunHandle<Run> outer = builder(Numbers.flow("Outer")
                        .step(
                                end("start"),
                                (flow, task) -> flow.text =
                                        builder(flow()).runAsync().await().id())
                        .build())
                .runAsync();

        String inner = outer.await().step("start").task().artifact("text").as(String.class);
        assertThat(Cairn.open(datastore).flow("Async").run(inner).startedBy())
                .contains("Outer/" + outer.id() + "/start");
    }
}
