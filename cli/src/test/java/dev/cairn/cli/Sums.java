package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;

import com.acme.Sums.Flow;
import dev.cairn.client.Run;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A flow of which commands show the runs, by a clock that stands still but for what its steps take. */
final class Sums {
    private final FakeClock clock;

    /** Runs of a flow that takes the time of {@code clock}. */
    Sums(FakeClock clock) {
        this.clock = clock;
    }

    /** Multiplies each number by the factor, the second one at the second attempt only, and the third one never if it is 13. */
    TestFlow<Flow> flow() {
        return TestFlow.of("Sums", Flow.class, Flow::new)
                .field(
                        ArtifactDefinition.parameter("factor", "double", Codecs.DOUBLE)
                                .help("what numbers are multiplied by"),
                        flow -> flow.factor,
                        (flow, value) -> flow.factor = value)
                .artifact("title", "String", Codecs.STRING, flow -> flow.title, (flow, value) -> flow.title = value)
                .artifact(
                        "numbers",
                        "List<Integer>",
                        Codecs.list(Codecs.BOXED_INT),
                        flow -> flow.numbers,
                        (flow, value) -> flow.numbers = value)
                .artifact(
                        "product", "double", Codecs.DOUBLE, flow -> flow.product, (flow, value) -> flow.product = value)
                .artifact("sum", "double", Codecs.DOUBLE, flow -> flow.sum, (flow, value) -> flow.sum = value)
                .step(
                        foreach("start", "join", "numbers", Items.iterable(Codecs.BOXED_INT), "work")
                                .access(Access.nothing().reads("factor").mustAssign("title", "numbers"))
                                .documentation("Finds the numbers.\nThey are few."),
                        (flow, task) -> {
                            clock.advance(Duration.ofMillis(500));
                            flow.title = "three";
                            flow.numbers = flow.factor == 13 ? List.of(1, 2, 13) : List.of(1, 2, 3);
                        })
                .step(
                        linear("work", "join")
                                .retry(Retries.of(1))
                                .access(Access.nothing().reads("factor").mustAssign("product")),
                        (flow, task) -> {
                            clock.advance(Duration.ofMillis(1000));
                            int number = task.item("numbers");
                            if (number == 2 && task.context().attempt() == 0 || number == 13) {
                                throw new IllegalStateException("no luck with " + number);
                            }
                            flow.product = flow.factor * number;
                        })
                .step(linear("join", "end").join().access(Access.nothing().mustAssign("sum")), (flow, task) -> {
                    clock.advance(Duration.ofMillis(100));
                    flow.sum = 12;
                })
                .step(end("end").access(Access.nothing()), (flow, task) -> {})
                .build();
    }

    /** Runs the flow in a directory, one task at a time; its id. */
    String run(Path directory, double factor, String... tags) {
        AtomicReference<String> id = new AtomicReference<>();
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            TestRun<Flow> run = TestRun.of(flow())
                    .datastore(datastore)
                    .clock(clock)
                    .maxWorkers(1)
                    .parameter("factor", factor)
                    .onStart(started -> id.set(started.id().toString()));
            List.of(tags).forEach(run::tag);
            Run finished = run.run();
            return finished.id();
        } catch (FlowFailedException e) {
            return id.get();
        }
    }
}
