package dev.cairn.engine.flows;

import static dev.cairn.engine.flows.TaskRunnerTest.runOnce;
import static dev.cairn.engine.flows.TaskRunnerTest.start;
import static dev.cairn.engine.flows.TaskRunnerTest.unit;
import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.codec.Codecs;
import dev.cairn.engine.RunRequest;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Items;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A task of a foreach over large elements, run by a process that has none of them: it reads little more than its own. {@code
 * -Dlarge.items=1000} takes more of them.
 */
@Timeout(600)
class LargeItemsTest extends OnEachStore {
    private static final int ITEMS = Integer.getInteger("large.items", 6);
    private static final int SIZE = 1_000_000;
    private static final int MOST_READ = 2_000_000;

    /** The flow class. */
    static final class Flow {
        List<byte[]> items;
        long sum;
    }

    private static final TestFlow<Flow> FLOW = TestFlow.of("LargeItems", Flow.class, Flow::new)
            .artifact(
                    "items",
                    "List<byte[]>",
                    Codecs.list(Codecs.BYTE_ARRAY),
                    flow -> flow.items,
                    (flow, value) -> flow.items = value)
            .artifact("sum", "long", Codecs.LONG, flow -> flow.sum, (flow, value) -> flow.sum = value)
            .step(
                    foreach("start", "join", "items", Items.iterable(Codecs.BYTE_ARRAY), "work")
                            .access(Access.nothing().mustAssign("items")),
                    (flow, task) -> flow.items = IntStream.range(0, ITEMS)
                            .mapToObj(LargeItemsTest::item)
                            .toList())
            .step(linear("work", "join").access(Access.nothing().mustAssign("sum")), (flow, task) -> {
                flow.sum = sum(task.<byte[]>item("items"));
            })
            .step(linear("join", "end").join().access(Access.nothing()), (flow, task) -> {})
            .step(end("end").access(Access.nothing()), (flow, task) -> {})
            .build();

    private static byte[] item(int number) {
        byte[] item = new byte[SIZE];
        new Random(number).nextBytes(item);
        return item;
    }

    private static long sum(byte[] item) {
        long sum = 0;
        for (byte value : item) {
            sum += value;
        }
        return sum;
    }

    @Test
    void aTaskReadsItsOwnElementAndLittleElse() {
        RunRequest<?> request = start(FLOW, datastore);
        assertThat(runOnce(FLOW, datastore, unit(request, "start", 0)).failure())
                .isNull();
        Run run = Cairn.open(datastore, FLOW).run("LargeItems/" + request.run());

        for (int i = 0; i < ITEMS; i++) {
            ReadCountingDatastore counting = new ReadCountingDatastore(datastore);
            runOnce(FLOW, counting, unit(request, "work/" + i, 0, "start"));

            assertThat(counting.bytesRead()).as("of item " + i).isBetween((long) SIZE, (long) MOST_READ);
            assertThat(run.step("work").task(i).artifact("sum").value()).isEqualTo(sum(item(i)));
        }
    }
}
