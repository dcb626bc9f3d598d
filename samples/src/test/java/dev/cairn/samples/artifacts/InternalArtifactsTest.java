package dev.cairn.samples.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Task;
import dev.cairn.datastore.Datastore;
import java.util.List;
import org.junit.jupiter.api.Test;

class InternalArtifactsTest {
    private final InternalArtifactsRun run =
            InternalArtifactsRunner.builder().datastore(Datastore.inMemory()).run();

    @Test
    void theyExistUnderMetaflowsNames() {
        assertThat(run.start().task().artifact("_foreach_values").value()).isEqualTo(List.of("Lima", "Reykjavik"));
        assertThat(run.start().task().artifact("_foreach_var").value()).isEqualTo("cities");
        assertThat(run.start().task().artifact("_foreach_num_splits").value()).isEqualTo(2);
        assertThat(run.end().task().artifact("_success").value()).isEqualTo(true);
        assertThat(run.measure().get(1).task().artifact("_foreach_stack").tree().toString())
                .contains("cities", "Reykjavik");
        assertThat(run.end().task().artifact("_graph_info").tree().toString()).contains("measure");
    }

    @Test
    void theyAreTypedMethodsOfTheClient() {
        Task measure = run.measure().get(1).task();

        assertThat(measure.successful()).isTrue();
        assertThat(measure.foreachStack()).singleElement().satisfies(frame -> {
            assertThat(frame.artifact()).isEqualTo("cities");
            assertThat(frame.index()).isEqualTo(1);
            assertThat(frame.count()).isEqualTo(2);
        });
        assertThat(run.run().graph().steps())
                .extracting(step -> step.name())
                .containsExactly("start", "measure", "join", "end");
    }
}
