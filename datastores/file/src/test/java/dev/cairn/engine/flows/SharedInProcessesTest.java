package dev.cairn.engine.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.Isolation;
import dev.cairn.runtime.FlowFailedException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that runs one task after the other looks, after each, whether what it shares with the next one is as it was. */
class SharedInProcessesTest {
    @Test
    void theTaskThatChangesItFails(@TempDir Path directory) {
        AtomicReference<RunId> id = new AtomicReference<>();
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("store"))) {
            TestRun<?> run = TestRun.of(new SharedArrayProvider().definition())
                    .datastore(datastore)
                    .isolation(Isolation.process("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"))
                    .maxWorkers(1)
                    .onStart(started -> id.set(started.id()));

            assertThatThrownBy(run::run)
                    .isInstanceOf(FlowFailedException.class)
                    .hasMessageMatching(
                            "task SharedArray/\\S+/work/1 failed: dev\\.cairn\\.runtime\\.ReadOnlyValueException: artifact"
                                    + " `array` was changed in place by a step whose code only reads it, .*");

            assertThat(datastore.runs().task(id.get(), TaskId.parse("work/0"))).isPresent();
            assertThat(datastore.runs().attempts(id.get(), TaskId.parse("work/2")))
                    .isEmpty();
        }
    }
}
