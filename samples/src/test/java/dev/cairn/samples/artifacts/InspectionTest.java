package dev.cairn.samples.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Cairn;
import dev.cairn.client.DataArtifact;
import dev.cairn.client.Run;
import dev.cairn.client.StepTasks;
import dev.cairn.client.Task;
import dev.cairn.datastore.Datastore;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectionTest {
    @Test
    void theClientFindsEverythingByName() {
        Datastore datastore = Datastore.inMemory();
        String id = InspectionRunner.builder().datastore(datastore).run().id();

        Run run = Cairn.open(datastore).run("Inspection/" + id);
        StepTasks step = run.step("process");
        Task task = step.task();
        DataArtifact artifact = task.artifact("accuracy");

        assertThat(artifact.value()).isEqualTo(0.75);
        assertThat(artifact.as(Double.class)).isEqualTo(0.75);
        assertThat(task.artifact("model").value()).isEqualTo(List.of(0.75, 0.25));
        assertThat(artifact.sha()).matches("[0-9a-f]{64}");
        assertThat(artifact.type()).isEqualTo("double");
        assertThat(artifact.finishedAt())
                .isBetween(run.startedAt(), run.finishedAt().orElseThrow());
    }
}
