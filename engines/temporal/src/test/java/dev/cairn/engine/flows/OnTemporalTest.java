package dev.cairn.engine.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.RemoteEngine;
import dev.cairn.engine.temporal.TemporalWorker;
import dev.cairn.engine.temporal.TestTemporal;
import dev.cairn.runtime.definition.FlowDefinition;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run on Temporal leaves what the local engine leaves, bit for bit; also where all limits are so small that each of them is met. */
class OnTemporalTest {
    private static final int FLOWS = Integer.getInteger("temporal.flows", 10);

    @TempDir
    static Path directory;

    private static TestTemporal temporal;
    private static Datastore datastore;

    @BeforeAll
    static void start() {
        temporal = new TestTemporal();
        datastore = Datastore.of("file:" + directory.resolve("store"));
    }

    @AfterAll
    static void stop() {
        temporal.close();
        datastore.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesTheSameRecords(boolean small) {
        assertSame(OtherEngineTest.flows().toList(), small, "shapes");
    }

    /** They all have the same name, so each has a worker of its own. */
    @Test
    void leavesTheSameRecordsOfRandomFlows() {
        for (int seed = 0; seed < FLOWS; seed++) {
            assertSame(List.of(new RandomFlow(seed, 1 + seed / 2).definition()), true, "seed" + seed);
        }
        assertThat(TestTemporal.largestPayload()).isBetween(100, 4096);
    }

    private static void assertSame(List<FlowDefinition<?>> flows, boolean small, String name) {
        String queue = name + small;
        RemoteEngine engine = small ? temporal.smallEngine(queue) : temporal.engine(queue);
        TemporalWorker worker = temporal.worker(queue, flows, datastore, 2);
        try {
            for (FlowDefinition<?> flow : flows) {
                Run local = TestRun.of(flow).datastore(datastore).maxWorkers(2).run();
                Run other = TestRun.of(flow).datastore(datastore).engine(engine).run();

                assertThat(other.successful()).isTrue();
                assertThat(RecordText.of(datastore, other.id()))
                        .as(flow.name())
                        .isEqualTo(RecordText.of(datastore, local.id()))
                        .isNotEmpty();
            }
        } finally {
            worker.close();
        }
    }
}
