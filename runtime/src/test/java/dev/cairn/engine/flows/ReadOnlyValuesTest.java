package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.LogLine;
import dev.cairn.engine.flows.TestFlow.Body;
import dev.cairn.runtime.Failure;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.ReadOnlyValueException;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.Retries;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Parameters and constants are the same everywhere in a run, or it says that they are not. */
class ReadOnlyValuesTest extends OnEachStore {
    /** A flow with a parameter and a constant that can be changed inside. */
    static final class Reading {
        List<Integer> rates = new ArrayList<>(List.of(1));
        final List<Integer> results;
        int rate = 3;

        @Nullable
        Failure failure;

        Reading(List<Integer> results) {
            this.results = results;
        }
    }

    @Test
    void changingAParameterInPlaceFailsTheTask() {
        FlowFailedException failure = failure(
                end("start").access(Access.nothing().reads("rates").mayChange("rates")),
                (flow, task) -> flow.rates.add(2));

        assertThat(failure.getCause())
                .isExactlyInstanceOf(ReadOnlyValueException.class)
                .hasMessage(
                        "step `start` changed parameter `rates` in place, but every step gets it as it was when the run"
                                + " started. Copy it into an artifact, and change that.");
    }

    @Test
    void changingAConstantInPlaceFailsTheTask() {
        FlowFailedException failure = failure(
                end("start").access(Access.nothing().mayChange("results")), (flow, task) -> flow.results.add(2));

        assertThat(failure.getCause())
                .isExactlyInstanceOf(ReadOnlyValueException.class)
                .hasMessage(
                        "step `start` changed constant `results` in place, but every step gets it as it was when the run"
                                + " started. Remove `final`: then it is an artifact, and changes to it are kept.");
    }

    @Test
    void withoutAnalysisAllOfThemAreLookedAt() {
        FlowFailedException failure = failure(end("start"), (flow, task) -> {
            flow.rates.add(2);
            flow.rate = 4;
            flow.results.add(3);
        });

        assertThat(failure.getCause())
                .hasMessage(
                        "step `start` changed parameter `rates` in place, but every step gets it as it was when the run"
                                + " started. Copy it into an artifact, and change that.\n"
                                + "step `start` changed constant `results` in place, but every step gets it as it was when the run"
                                + " started. Remove `final`: then it is an artifact, and changes to it are kept.\n"
                                + "step `start` changed parameter `rate` in place, but every step gets it as it was when the run"
                                + " started. Copy it into an artifact, and change that.");
    }

    @Test
    void suchATaskIsNeitherTriedAgainNorCaught() {
        AtomicInteger attempts = new AtomicInteger();
        FlowFailedException failure = failure(end("start").retry(Retries.of(3)).caughtIn("failure"), (flow, task) -> {
            attempts.incrementAndGet();
            flow.rates.clear();
        });

        assertThat(failure.getCause()).isExactlyInstanceOf(ReadOnlyValueException.class);
        assertThat(attempts).hasValue(1);
        Run run = Cairn.open(datastore).run("Reading/" + failure.runId());
        assertThat(run.successful()).isFalse();
        assertThat(run.step("start").ran()).isFalse();
    }

    @Test
    void whatIsChangedBackOrNotAtAllIsNoChange() {
        Run run = run(flow(() -> new Reading(new ArrayList<>(List.of(1))), end("start"), (flow, task) -> {
            flow.rates.add(2);
            flow.rates.remove(1);
            flow.results.size();
        }));

        assertThat(run.successful()).isTrue();
    }

    @Test
    void aFailedAttemptIsNotLookedAt() {
        Run run = run(flow(() -> new Reading(new ArrayList<>()), end("start").retry(Retries.of(1)), (flow, task) -> {
            if (task.context().attempt() == 0) {
                flow.rates.add(2);
                throw new IllegalStateException("once");
            }
            assertThat(flow.rates).containsExactly(1);
        }));

        assertThat(run.successful()).isTrue();
    }

    @Test
    void aCaughtAttemptSaysWhatItChanged() {
        Run run = run(flow(() -> new Reading(new ArrayList<>()), end("start").caughtIn("failure"), (flow, task) -> {
            flow.results.add(2);
            throw new IllegalStateException("caught");
        }));

        assertThat(run.successful()).isTrue();
        try (Stream<LogLine> log = run.step("start").task().log()) {
            assertThat(log.map(LogLine::text))
                    .contains(
                            "step `start` changed constant `results` in place, but every step gets it as it was when the"
                                    + " run started. Remove `final`: then it is an artifact, and changes to it are"
                                    + " kept.");
        }
    }

    @Test
    void aConstantOfWhichEachInstanceHasAnotherValueIsRefusedWhenTheRunStarts() {
        AtomicInteger instances = new AtomicInteger();
        AtomicInteger calls = new AtomicInteger();

        assertThatThrownBy(() -> run(flow(
                        () -> new Reading(List.of(instances.incrementAndGet())),
                        end("start"),
                        (flow, task) -> calls.incrementAndGet())))
                .isExactlyInstanceOf(ReadOnlyValueException.class)
                .hasMessage("constant `results` of flow Reading has a different value in each"
                        + " instance of the class, and each task has"
                        + " its own instance. Remove `final`: then it is an artifact, and all steps read the"
                        + " value of the first instance.");
        assertThat(calls).hasValue(0);
        assertThat(Cairn.open(datastore).flows()).isEmpty();
    }

    /** A flow with a constant whose class cannot be changed, and with one that is stored reflectively. */
    static final class Identified {
        final UUID id;
        final HashSet<Object> opaque;

        Identified(UUID id, Set<Object> opaque) {
            this.id = id;
            this.opaque = new HashSet<>(opaque);
        }
    }

    @Test
    void soIsOneThatNobodyCanChange() {
        assertThatThrownBy(() -> run(identified(() -> new Identified(UUID.randomUUID(), Set.of()))))
                .hasMessageStartingWith("constant `id` of flow Identified has a different value in each instance");
    }

    @Test
    void equalConstantsThatAreStoredReflectivelyAreTheSame() {
        AtomicInteger instances = new AtomicInteger();

        Run run = run(identified(() -> {
            Identified flow = new Identified(new UUID(1, 2), Set.of());
            List<Integer> elements =
                    instances.incrementAndGet() % 2 == 0 ? List.of(0, 16) : List.of(16, 0); // one bucket
            flow.opaque.addAll(elements);
            return flow;
        }));

        assertThat(run.successful()).isTrue();
    }

    private static TestFlow<Identified> identified(Supplier<Identified> factory) {
        return TestFlow.of("Identified", Identified.class, factory)
                .<UUID>field(ArtifactDefinition.constant("id", "UUID", Codecs.UUID), flow -> flow.id, (flow, value) -> {
                    throw new AssertionError("constants are never set");
                })
                .<HashSet<Object>>field(
                        ArtifactDefinition.constant("opaque", "HashSet<Object>", Codecs.opaque(HashSet.class)),
                        flow -> flow.opaque,
                        (flow, value) -> {
                            throw new AssertionError("constants are never set");
                        })
                .step(end("start"), (flow, task) -> {})
                .build();
    }

    private FlowFailedException failure(StepDefinition step, Body<Reading> body) {
        return catchThrowableOfType(
                FlowFailedException.class, () -> run(flow(() -> new Reading(new ArrayList<>(List.of(1))), step, body)));
    }

    private static TestFlow<Reading> flow(Supplier<Reading> factory, StepDefinition step, Body<Reading> body) {
        return TestFlow.of("Reading", Reading.class, factory)
                .field(
                        ArtifactDefinition.parameter("rates", "List<Integer>", Codecs.list(Codecs.BOXED_INT)),
                        flow -> flow.rates,
                        (flow, value) -> flow.rates = value)
                .<List<Integer>>field(
                        ArtifactDefinition.constant("results", "List<Integer>", Codecs.list(Codecs.BOXED_INT)),
                        flow -> flow.results,
                        (flow, value) -> {
                            throw new AssertionError("constants are never set");
                        })
                .field(
                        ArtifactDefinition.parameter("rate", "int", Codecs.INT),
                        flow -> flow.rate,
                        (flow, value) -> flow.rate = value)
                .artifact(
                        "failure",
                        "Failure",
                        new FailureCodec(),
                        flow -> flow.failure,
                        (flow, value) -> flow.failure = value)
                .step(step, body)
                .build();
    }
}
