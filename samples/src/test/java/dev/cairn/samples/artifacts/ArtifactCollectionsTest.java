package dev.cairn.samples.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.samples.artifacts.ArtifactCollections.Plot;
import dev.cairn.samples.artifacts.ArtifactCollections.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArtifactCollectionsTest {
    @Test
    void aMapHoldsValuesOfManyTypes() {
        Map<String, Object> results = ArtifactCollectionsRunner.builder()
                .datastore(Datastore.inMemory())
                .run()
                .end()
                .results();

        assertThat(results).containsOnlyKeys("metrics", "plots", "tables");
        assertThat(results.get("metrics")).isEqualTo(Map.of("accuracy", 0.95, "loss", 0.05));
        assertThat(results.get("tables"))
                .isEqualTo(List.of(new Table(List.of("species", "count"), List.of(List.of("Adelie", 152)))));
        List<?> plots = (List<?>) results.get("plots");
        Plot plot = (Plot) plots.get(0);
        assertThat(plot.title()).isEqualTo("loss");
        assertThat(plot.points()).containsExactly(new double[] {0, 0.9}, new double[] {1, 0.05});
    }
}
