package dev.cairn.client;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A small flow of which a store holds something of everything; {@code format-1.zip} holds runs of it too. */
final class Products {
    private Products() {}

    /** The flow class. */
    static final class Flow {
        int factor = 2;
        List<Integer> numbers;
        long product;
        byte[] noise;
        String text;
    }

    /** Multiplies three numbers by the factor, the second one at the second attempt only, and by 13 not the third. */
    static TestFlow<Flow> flow() {
        return TestFlow.of("Products", Flow.class, Flow::new)
                .field(
                        ArtifactDefinition.parameter("factor", "int", Codecs.INT),
                        flow -> flow.factor,
                        (flow, value) -> flow.factor = value)
                .artifact(
                        "numbers",
                        "List<Integer>",
                        Codecs.list(Codecs.BOXED_INT),
                        flow -> flow.numbers,
                        (flow, value) -> flow.numbers = value)
                .artifact("product", "long", Codecs.LONG, flow -> flow.product, (flow, value) -> flow.product = value)
                .artifact("noise", "byte[]", Codecs.BYTE_ARRAY, flow -> flow.noise, (flow, value) -> flow.noise = value)
                .artifact("text", "String", Codecs.STRING, flow -> flow.text, (flow, value) -> flow.text = value)
                .step(
                        foreach("start", "join", "numbers", Items.iterable(Codecs.BOXED_INT), "work")
                                .access(Access.nothing().mustAssign("numbers", "noise", "text")),
                        (flow, task) -> {
                            flow.numbers = List.of(1, 2, 3);
                            flow.noise = noise();
                            flow.text = "a text of some length. ".repeat(200);
                            task.context().files().put("notes.txt", output -> output.write(notes()));
                        })
                .step(
                        linear("work", "join")
                                .retry(Retries.of(1))
                                .access(Access.nothing().reads("factor").mustAssign("product")),
                        (flow, task) -> {
                            int number = task.<Integer>item("numbers");
                            task.context().log("working on " + number);
                            if (number == 2 && task.context().attempt() == 0 || flow.factor == 13 && number == 3) {
                                throw new IllegalStateException("no luck with " + number);
                            }
                            flow.product = (long) number * flow.factor;
                        })
                .step(linear("join", "end").join().access(Access.nothing()), (flow, task) -> {})
                .step(end("end").access(Access.nothing()), (flow, task) -> {})
                .build();
    }

    /** Each of three elements loops as often as it wants. */
    static TestFlow<Numbers> loops() {
        return Numbers.flow("Loops")
                .step(foreach("start", "join", "count", Items.range(), "check"), (flow, task) -> flow.count = 3)
                .step(
                        switchOn("check", "text").when("more", "grow").otherwise("join"),
                        (flow, task) -> flow.text = flow.value < task.index("count") ? "more" : "enough")
                .step(linear("grow", "check"), (flow, task) -> flow.value++)
                .step(end("join").join(), (flow, task) -> {})
                .build();
    }

    static byte[] noise() {
        byte[] noise = new byte[70_000];
        new Random(1).nextBytes(noise);
        return noise;
    }

    static byte[] notes() {
        return "these are notes".getBytes(StandardCharsets.US_ASCII);
    }

    /** Stores one more run, of a flow with a loop. */
    static void storeLoops(Path directory) {
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            TestRun.of(loops())
                    .datastore(datastore)
                    .maxWorkers(1)
                    .tag("nightly")
                    .run();
        }
    }

    /** Stores one run that succeeds and one that fails. */
    static void store(Path directory) {
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            TestRun.of(flow())
                    .datastore(datastore)
                    .maxWorkers(1)
                    .tag("nightly")
                    .tag("good")
                    .run();
            TestRun.of(flow())
                    .datastore(datastore)
                    .maxWorkers(1)
                    .parameter("factor", 13)
                    .tag("nightly")
                    .run();
        } catch (FlowFailedException e) {
            // the second one
        }
    }
}
