package dev.cairn.transfer;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;

import dev.cairn.client.Cairn;
import dev.cairn.client.DataArtifact;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import dev.cairn.runtime.definition.StepDefinition;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A flow whose runs have something of everything that can be in a run. */
final class Parcels {
    private Parcels() {}

    /** A value that is stored reflectively. */
    static final class Stamp {
        int cents = 80;
    }

    /** The flow class. */
    static final class Flow {
        int factor = 2;

        @Nullable
        List<String> parcels;

        long weight;
        byte @Nullable [] noise;

        @Nullable
        Stamp stamp;
    }

    /** Weighs three parcels, the second one at the second attempt only; with the factor 13 never the third. */
    static TestFlow<Flow> flow() {
        return flow(false);
    }

    /** Also with a value that is stored reflectively. */
    static TestFlow<Flow> flow(boolean stamped) {
        TestFlow.Builder<Flow> flow = TestFlow.of("Parcels", Flow.class, Flow::new)
                .field(
                        ArtifactDefinition.parameter("factor", "int", Codecs.INT),
                        each -> each.factor,
                        (each, value) -> each.factor = value)
                .artifact(
                        "parcels",
                        "List<String>",
                        Codecs.list(Codecs.STRING),
                        each -> each.parcels,
                        (each, value) -> each.parcels = value)
                .artifact("weight", "long", Codecs.LONG, each -> each.weight, (each, value) -> each.weight = value)
                .artifact(
                        "noise", "byte[]", Codecs.BYTE_ARRAY, each -> each.noise, (each, value) -> each.noise = value);
        if (stamped) {
            ArtifactCodec<Stamp> codec = Codecs.opaque(Stamp.class);
            flow.artifact("stamp", "Stamp", codec, each -> each.stamp, (each, value) -> each.stamp = value);
        }
        Access start = Access.nothing().mustAssign("parcels", "noise");
        return flow.step(
                        foreach("start", "join", "parcels", Items.iterable(Codecs.STRING), "weigh")
                                .access(stamped ? start.mustAssign("parcels", "noise", "stamp") : start),
                        (each, task) -> {
                            each.parcels = List.of("a", "b\u2028", "c".repeat(5000));
                            each.noise = noise();
                            each.stamp = new Stamp();
                            task.context()
                                    .files()
                                    .put(
                                            "../notes \u00e9.txt",
                                            output -> output.write("notes".getBytes(StandardCharsets.UTF_8)));
                        })
                .step(
                        linear("weigh", "join")
                                .retry(Retries.of(1))
                                .access(Access.nothing().reads("factor").mustAssign("weight")),
                        (each, task) -> {
                            String parcel = task.item("parcels");
                            task.context().log("weighing\u001b \u00e9 " + parcel.length());
                            task.context().log("");
                            if (parcel.startsWith("b") && task.context().attempt() == 0
                                    || parcel.startsWith("c") && each.factor == 13) {
                                throw new IllegalStateException("too heavy: \ud83d\ude80");
                            }
                            each.weight = (long) parcel.length() * each.factor;
                        })
                .step(linear("join", "end").join().access(Access.nothing()), (each, task) -> {})
                .step(end("end").access(Access.nothing()), (each, task) -> {})
                .build();
    }

    private static byte[] noise() {
        byte[] noise = new byte[70_000];
        new Random(1).nextBytes(noise);
        return noise;
    }

    /** Runs the flow, one task at a time. */
    static RunId run(Datastore datastore, int factor, String... tags) {
        return run(flow(), datastore, factor, tags);
    }

    static RunId run(TestFlow<Flow> flow, Datastore datastore, int factor, String... tags) {
        AtomicReference<RunId> id = new AtomicReference<>();
        TestRun<Flow> run = TestRun.of(flow)
                .code(code(flow))
                .datastore(datastore)
                .maxWorkers(1)
                .parameter("factor", factor)
                .onStart(started -> id.set(started.id()));
        List.of(tags).forEach(run::tag);
        try {
            run.run();
        } catch (FlowFailedException e) {
            // wanted, if the factor is 13
        }
        return id.get();
    }

    /** What the code of each step is taken for. */
    static Map<String, String> code(TestFlow<Flow> flow) {
        return flow.steps().stream()
                .map(StepDefinition::name)
                .collect(Collectors.toMap(step -> step, step -> "code of " + step));
    }

    /** All that the client can read of all runs. */
    static List<String> everything(Datastore datastore) throws Exception {
        List<String> all = new ArrayList<>();
        Cairn cairn = Cairn.open(datastore, flow());
        List<Run> runs;
        try (Stream<Run> stream = cairn.flow("Parcels").stream()) {
            runs = stream.toList();
        }
        for (Run run : runs) {
            all.add(datastore.runs().find(new RunId(run.id())).orElseThrow().toString());
            all.add(run.counts().stream()
                    .map(Object::toString)
                    .sorted()
                    .toList()
                    .toString());
            for (String key : run.files().keys()) {
                try (InputStream content = run.files().open(key)) {
                    all.add(key + " " + Arrays.toString(content.readAllBytes()));
                }
            }
            List<Task> attempts;
            try (Stream<Task> stream = run.attempts()) {
                attempts = stream.toList();
            }
            for (Task attempt : attempts) {
                all.add(attempt.pathspec() + " " + attempt.attempt() + attempt.failure() + attempt.startedAt() + " "
                        + attempt.parents() + attempt.children() + attempt.foreachStack());
                try (Stream<LogLine> log = attempt.log()) {
                    all.add(log.toList().toString());
                }
                for (DataArtifact artifact : attempt.artifacts()) {
                    Object value = artifact.value();
                    all.add(artifact.name()
                            + artifact.sha()
                            + artifact.size()
                            + artifact.type()
                            + artifact.createdAt()
                            + (value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value)));
                }
            }
        }
        return all;
    }
}
