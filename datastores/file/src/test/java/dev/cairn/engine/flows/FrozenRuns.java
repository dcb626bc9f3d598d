package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunStatus;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes a run of every shape that a store may have to keep. */
final class FrozenRuns {
    static final Map<String, String> CODE = Map.of("start", "1", "train", "1", "join", "1", "end", "1");
    static final int EPOCHS = 4;

    private final Datastore datastore;

    FrozenRuns(Datastore datastore) {
        this.datastore = datastore;
    }

    /** One after the other, so that each is as it was written. */
    void write() {
        FlowShapes.all().forEach(flow -> quiet(flow).run());
        String failed = failed();
        quiet(training(new AtomicBoolean())).resume(failed); // goes on from checkpoints
        failed(); // keeps its own, for the tests
        quiet(Numbers.flow("Outer")
                        .step(
                                linear("start", "end"),
                                (flow, task) -> quiet(FlowShapes.nested()).run())
                        .step(end("end"), (flow, task) -> {})
                        .build())
                .run();
        RunId stopped = new RunId(quiet(talking()).run().id());
        datastore.runs().requestStop(stopped);
        ended(RunStatus.INTERRUPTED);
        RunId dying = started();
        datastore.runs().heartbeat(dying, Instant.now().minus(Duration.ofHours(1)));
        datastore.runs().endDied(dying, Duration.ofSeconds(30));
        quiet(talking()).tag("nightly").tag("good").run();
    }

    static <F> TestRun<F> quiet(FlowDefinition<F> flow, Datastore datastore) {
        return TestRun.of(flow).datastore(datastore).maxWorkers(1).code(CODE).outputListener((path, line) -> {});
    }

    private <F> TestRun<F> quiet(FlowDefinition<F> flow) {
        return quiet(flow, datastore);
    }

    private String failed() {
        List<String> id = new ArrayList<>();
        try {
            quiet(training(new AtomicBoolean(true)))
                    .onStart(run -> id.add(run.id().toString()))
                    .run();
            throw new IllegalStateException("the run was to fail");
        } catch (FlowFailedException e) {
            return id.get(0);
        }
    }

    /** Two tasks with checkpoints, files and output; the second one fails if it should, after its second checkpoint. */
    static TestFlow<Numbers> training(AtomicBoolean fails) {
        return Numbers.flow("Training")
                .step(
                        foreach("start", "join", "numbers", Items.iterable(Codecs.BOXED_INT), "train")
                                .access(Access.nothing().mustAssign("numbers")),
                        (flow, task) -> flow.numbers = new ArrayList<>(List.of(3, 5)))
                .step(
                        linear("train", "join")
                                .retry(Retries.of(1))
                                .access(Access.nothing().mustAssign("value", "results", "array")),
                        (flow, task) -> {
                            if (!task.context().restored()) {
                                flow.value = 0;
                                flow.results = new ArrayList<>();
                                flow.array = new int[20_000];
                            }
                            int item = task.item("numbers");
                            while (flow.value < EPOCHS) {
                                flow.results.add(item * flow.value);
                                flow.array[(int) flow.value] = item;
                                flow.value++;
                                task.context().log("epoch " + flow.value);
                                task.context().checkpoint();
                                if (flow.value == 2 && item == 5 && fails.get()) {
                                    throw new IllegalStateException("epoch 2 of " + item);
                                } else if (flow.value > 2 && item == 5 && fails.get()) {
                                    throw new IllegalStateException("and again");
                                }
                            }
                            task.context()
                                    .files()
                                    .put(
                                            "curve/" + item,
                                            output -> output.write(
                                                    flow.results.toString().getBytes(StandardCharsets.UTF_8)));
                        })
                .step(
                        linear("join", "end").join().access(Access.nothing().mustAssign("count")),
                        (flow, task) -> flow.count = task.inputs().size())
                .step(end("end").access(Access.nothing().reads("count")), (flow, task) -> {})
                .build();
    }

    /** Output of all kinds, a report, and values that are null, small and large. */
    private static TestFlow<Numbers> talking() {
        return Numbers.flow("Talking")
                .step(linear("start", "end"), (flow, task) -> {
                    System.out.println("to the standard output");
                    System.err.println("to the standard error, \u001b[31mred");
                    task.context().log("logged: umlauts äöü, \ud83d\udc27");
                    task.context().report().heading("A heading").text("A text");
                    flow.text = "x".repeat(3000);
                    flow.array = new int[100_000];
                    flow.words = Set.of("b", "a");
                    flow.prices = Map.of("tea", 3);
                })
                .step(end("end"), (flow, task) -> flow.text = null)
                .build();
    }

    private void ended(RunStatus status) {
        datastore.runs().finish(started(), status, Instant.now(), null, null);
    }

    /** A run that began and never ended, as its process would leave it. */
    private RunId started() {
        List<RunId> id = new ArrayList<>();
        try {
            quiet(training(new AtomicBoolean()))
                    .onStart(run -> {
                        id.add(run.id());
                        throw new IllegalStateException("as if the process ended here");
                    })
                    .run();
        } catch (IllegalStateException e) {
            return id.get(0);
        }
        throw new IllegalStateException("the run was to be cut off");
    }
}
