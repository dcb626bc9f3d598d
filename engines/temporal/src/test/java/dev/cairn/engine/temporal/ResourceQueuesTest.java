package dev.cairn.engine.temporal;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Resources;
import io.temporal.api.enums.v1.EventType;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks go to workers that have what they need. */
class ResourceQueuesTest {
    @ParameterizedTest
    @CsvSource({
        "1, '', 0, ''",
        "2, '', 0, .cpu2",
        "0.5, '', 0, .cpu0.5",
        "1, 2G, 0, .memory2g",
        "1, '', 1, .gpu1",
        "16, 64g, 4, .cpu16.memory64g.gpu4"
    })
    void theNameOfAQueueSaysWhatItsTasksNeed(double cpu, String memory, int gpu, String suffix) {
        assertThat(ResourceQueues.suffix(new Resources(cpu, memory, gpu))).isEqualTo(suffix);
    }

    /** In the middle of an element too. */
    @Test
    void eachTaskRunsOnItsQueue(@TempDir Path directory) {
        Resources gpu = new Resources(1, "", 1);
        FlowDefinition<?> flow = Numbers.flow("Mixed")
                .step(foreach("start", "join", "count", Items.range(), "load"), (each, task) -> each.count = 3)
                .step(linear("load", "train"), (each, task) -> each.value = task.index("count"))
                .step(linear("train", "score").resources(gpu), (each, task) -> each.value *= 10)
                .step(linear("score", "join"), (each, task) -> each.value++)
                .step(end("join").join().resources(gpu), (each, task) -> each.value = 7)
                .build();
        try (TestTemporal temporal = new TestTemporal();
                Datastore datastore = Datastore.of("file:" + directory.resolve("store"))) {
            TemporalWorker usual = temporal.worker("flows", List.of(flow), datastore, 2);
            TemporalWorker large = temporal.worker("flows.gpu1", List.of(flow), datastore, 2);

            Run run = TestRun.of(flow)
                    .datastore(datastore)
                    .engine(temporal.engine("flows"))
                    .run();

            assertThat(run.step("score").stream()
                            .map(task -> task.artifact("value").value()))
                    .containsExactly(1L, 11L, 21L);
            Set<String> queues = Histories.of(temporal, run.id()).all().values().stream()
                    .flatMap(List::stream)
                    .filter(event -> event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)
                    .map(event -> event.getActivityTaskScheduledEventAttributes()
                            .getTaskQueue()
                            .getName())
                    .collect(Collectors.toSet());
            assertThat(queues).containsExactlyInAnyOrder("flows", "flows.gpu1", "flows.keeper");
            usual.close();
            large.close();
        }
    }
}
