package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.Engine;
import dev.cairn.engine.ParameterException;
import dev.cairn.engine.RemoteEngine;
import dev.cairn.engine.RunRequest;
import dev.cairn.engine.TaskFailure;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A run whose id is given is started once, and one that is detached is left alone. */
class RunIdTest {
    private static final String ID = "20261130T120000000-abcdefgh";

    private final Datastore datastore = Datastore.inMemory();
    private final AtomicInteger executions = new AtomicInteger();
    private final TestFlow<Sized> flow = sized("Sized");

    private static final class Sized {
        private int size = 3;
    }

    private TestFlow<Sized> sized(String name) {
        return TestFlow.of(name, Sized.class, Sized::new)
                .field(
                        ArtifactDefinition.parameter("size", "int", Codecs.INT),
                        each -> each.size,
                        (each, value) -> each.size = value)
                .step(end("start"), (each, task) -> {
                    executions.incrementAndGet();
                    if (each.size < 0) {
                        throw new IllegalStateException("no size");
                    }
                })
                .build();
    }

    private TestRun<Sized> run(TestFlow<Sized> of, int size) {
        return TestRun.of(of).datastore(datastore).parameter("size", size).runId(ID);
    }

    @Test
    void theSecondStartFollowsTheFirst() {
        assertThat(run(flow, 4).run().id()).isEqualTo(ID);
        assertThat(run(flow, 4).run().id()).isEqualTo(ID);

        assertThat(executions.get()).isEqualTo(1);
    }

    @Test
    void theSecondStartFailsAsTheFirst() {
        assertThatThrownBy(() -> run(flow, -1).run()).isInstanceOf(FlowFailedException.class);
        assertThatThrownBy(() -> run(flow, -1).run())
                .isInstanceOf(FlowFailedException.class)
                .hasMessage("task Sized/" + ID + "/start failed: java.lang.IllegalStateException: no size");

        assertThat(executions.get()).isEqualTo(1);
    }

    @Test
    void otherParametersAreRefused() {
        run(flow, 4).run();

        assertThatThrownBy(() -> run(flow, 5).run())
                .isInstanceOf(ParameterException.class)
                .hasMessage("run Sized/" + ID
                        + " was started with other values of `size`. Give the same values to follow it, or"
                        + " another id to start a new run.");
    }

    @Test
    void anotherFlowIsRefused() {
        run(flow, 4).run();

        assertThatThrownBy(() -> run(sized("Other"), 4).run())
                .isInstanceOf(ParameterException.class)
                .hasMessage("run id " + ID + " is in use by a run of flow Sized. Give another id.");
    }

    @Test
    void aRunOfThisProcessCannotBeDetached() {
        assertThatThrownBy(() -> run(flow, 4).detached().run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "a run whose tasks run in this process cannot be detached from it. Set an engine that runs them in"
                                + " other processes, or wait for the end of the run.");
        assertThat(datastore.runs().find(new dev.cairn.datastore.RunId(ID))).isEmpty();
    }

    @Test
    void aDetachedRunIsStartedAndLeftAlone() {
        List<String> calls = new ArrayList<>();
        Engine engine = new RemoteEngine() {
            @Override
            public void start(RunRequest<?> request) {
                calls.add("start " + request.run());
            }

            @Override
            public Optional<TaskFailure> run(RunRequest<?> request) {
                calls.add("run " + request.run());
                return Optional.empty();
            }
        };

        assertThat(run(flow, 4).engine(engine).detached().run().finished()).isFalse();
        assertThat(run(flow, 4).engine(engine).detached().run().finished()).isFalse();

        assertThat(calls).containsExactly("start " + ID, "start " + ID); // the engine knows that it is one run
    }
}
