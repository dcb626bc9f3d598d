package dev.cairn.engine.local;

import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.RandomFlow;
import dev.cairn.engine.flows.TestRun;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Flows compute on disk what they do in memory. */
class FlowsOnDiskTest {
    private Datastore datastore;

    static IntStream seeds() {
        return IntStream.range(0, 40).map(seed -> 10 * seed);
    }

    @BeforeEach
    void openDatastore(@TempDir Path directory) {
        datastore = Datastore.of("file:" + directory.resolve("store"));
    }

    @AfterEach
    void closeDatastore() {
        datastore.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRandomFlowComputesWhatTheInterpreterDoes(int seed) {
        RandomFlow flow = RandomFlowsTest.flow(seed);

        Run run = TestRun.of(flow.definition()).datastore(datastore).run();

        RandomFlowsTest.assertComputed(flow, run);
    }

    @Test
    void aLoopFailsAtItsBound() {
        LoopTest.assertThatALoopFailsAtItsBound(datastore);
    }

    @Test
    void aSwitchThatEntersItsLoopFailsAtItsBound() {
        WhileLoopTest.assertThatTheSwitchFailsAtItsBound(datastore);
    }
}
