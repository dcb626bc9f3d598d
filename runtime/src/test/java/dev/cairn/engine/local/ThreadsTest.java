package dev.cairn.engine.local;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** A run leaves no thread behind. */
class ThreadsTest {
    /** The flow class. */
    static final class Flow {}

    @Test
    void theThreadsOfTimedStepsEndWithTheirRun() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        TestFlow<Flow> flow = TestFlow.of("Timed", Flow.class, Flow::new)
                .step(end("start").timeout(Duration.ofHours(1)), (each, task) -> threads.add(Thread.currentThread()))
                .build();
        Datastore datastore = Datastore.inMemory();

        for (int i = 0; i < 50; i++) {
            TestRun.of(flow).datastore(datastore).run();
        }

        assertThat(threads).hasSize(50);
        for (Thread thread : threads) {
            thread.join(10_000); // an idle thread of a pool that is not shut down stays for a minute
            assertThat(thread.isAlive()).isFalse();
        }
    }
}
