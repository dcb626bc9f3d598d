package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Datastore;
import dev.cairn.maintenance.GarbageCollection;
import dev.cairn.maintenance.GarbageReport;
import dev.cairn.maintenance.RetentionPolicy;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.Items;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** After a garbage collection everything of the runs that it kept can be read, and nothing is left of the others. */
@Timeout(120)
class CollectedRunsTest extends OnEachStore {
    private static final int ITEMS = 12;

    /** The flow class. */
    static final class Flow {
        int seed;
        List<byte[]> items;
        byte[] large;
        long sum;
    }

    /** Its elements lie in several segments; values differ with the seed, but for a small one. */
    private static final TestFlow<Flow> FLOW = TestFlow.of("Collected", Flow.class, Flow::new)
            .field(
                    ArtifactDefinition.parameter("seed", "int", Codecs.INT),
                    flow -> flow.seed,
                    (flow, value) -> flow.seed = value)
            .artifact(
                    "items",
                    "List<byte[]>",
                    Codecs.list(Codecs.BYTE_ARRAY),
                    flow -> flow.items,
                    (flow, value) -> flow.items = value)
            .artifact("large", "byte[]", Codecs.BYTE_ARRAY, flow -> flow.large, (flow, value) -> flow.large = value)
            .artifact("sum", "long", Codecs.LONG, flow -> flow.sum, (flow, value) -> flow.sum = value)
            .step(
                    foreach("start", "join", "items", Items.iterable(Codecs.BYTE_ARRAY), "work")
                            .access(Access.nothing().reads("seed").mustAssign("items")),
                    (flow, task) -> {
                        flow.items = IntStream.range(0, ITEMS)
                                .mapToObj(i -> bytes(flow.seed + i, 200_000))
                                .toList();
                        task.context().files().put("notes", output -> output.write(bytes(flow.seed, 90_000)));
                    })
            .step(
                    linear("work", "join").access(Access.nothing().reads("seed").mustAssign("large", "sum")),
                    (flow, task) -> {
                        flow.sum = task.<byte[]>item("items")[0];
                        flow.large = bytes(flow.seed + 1000, 100_000);
                    })
            .step(linear("join", "end").join().access(Access.nothing()), (flow, task) -> {})
            .step(end("end").access(Access.nothing()), (flow, task) -> {})
            .build();

    private static byte[] bytes(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static Run run(Datastore datastore, int seed) {
        return TestRun.of(FLOW).datastore(datastore).parameter("seed", seed).run();
    }

    @Test
    void nothingElseIsLeft() throws IOException {
        run(datastore, 5); // some of its elements are those of the kept one
        run(datastore, 500);
        Run kept = run(datastore, 7);
        long before = addresses(datastore).size();

        GarbageCollection collection = GarbageCollection.of(
                        datastore, RetentionPolicy.keepAll().keepLast(1))
                .withClock(Clock.offset(Clock.systemUTC(), Duration.ofHours(3)));
        GarbageReport plan = collection.plan();
        GarbageReport report = collection.run();

        assertThat(report).isEqualTo(plan);
        assertThat(report.runs()).hasSize(2);
        assertThat(report.blobs())
                .isEqualTo(before - addresses(datastore).size())
                .isGreaterThan(10);
        Datastore other = Datastore.inMemory();
        run(other, 7);
        assertThat(addresses(datastore)).isEqualTo(addresses(other));
        requireReadable(kept);
        assertThat(collection.run()).isEqualTo(new GarbageReport(List.of(), 0, 0));
    }

    private static Set<Address> addresses(Datastore datastore) {
        try (Stream<BlobInfo> blobs = datastore.blobs().list()) {
            return blobs.map(BlobInfo::address).collect(Collectors.toSet());
        }
    }

    private static void requireReadable(Run kept) throws IOException {
        List<Task> tasks;
        try (Stream<Task> stream = kept.step("work").stream()) {
            tasks = stream.toList();
        }
        assertThat(tasks).hasSize(ITEMS);
        for (int i = 0; i < ITEMS; i++) {
            Task task = tasks.get(i);
            assertThat(task.artifact("large").value()).isEqualTo(bytes(7 + 1000, 100_000));
            assertThat(task.foreachStack().get(0).value()).isEqualTo(bytes(7 + i, 200_000));
        }
        try (InputStream notes = kept.files().open("notes")) {
            assertThat(notes.readAllBytes()).isEqualTo(bytes(7, 90_000));
        }
    }
}
