package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.temporal.TemporalWorker;
import dev.cairn.engine.temporal.TestTemporal;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be stored is no failure of the step: the worker opens the datastore again, and stores it then, as the same attempt. */
class FailedStoreTest {
    @Test
    void aWorkerGoesOnWhenItsDatastoreFailed(@TempDir Path directory) {
        FlowDefinition<?> flow = Numbers.flow("Stored")
                .step(foreach("start", "join", "count", Items.range(), "work"), (each, task) -> each.count = 20)
                .step(linear("work", "join"), (each, task) -> each.value = task.index("count"))
                .step(end("join").join(), (each, task) -> {})
                .build();
        try (TestTemporal temporal = new TestTemporal();
                Datastore sound = Datastore.of("file:" + directory.resolve("store"));
                Datastore opened = Datastore.of(sound.url())) {
            BrokenDatastore broken = new BrokenDatastore(opened, "work");
            TemporalWorker worker = temporal.worker("flows", List.of(flow), broken, 2);
            Run run = TestRun.of(flow)
                    .datastore(sound)
                    .engine(temporal.engine("flows"))
                    .run();
            worker.close();
            Run local = TestRun.of(flow).datastore(sound).run();

            assertThat(RecordText.of(sound, run.id()))
                    .isEqualTo(RecordText.of(sound, local.id()))
                    .hasSize(22);
            assertThat(broken.isBroken()).isTrue();
        }
    }
}
