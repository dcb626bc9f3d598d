package dev.cairn.samples.artifacts;

import dev.cairn.Flow;
import dev.cairn.Step;
import java.util.List;
import java.util.Map;

/** Artifact collections: a map may hold values of many types, as long as each can be stored. */
@Flow(types = {ArtifactCollections.Plot.class, ArtifactCollections.Table.class})
public class ArtifactCollections {
    /**
     * A plot.
     *
     * @param title its title
     * @param points its points
     */
    public record Plot(String title, List<double[]> points) {}

    /**
     * A table.
     *
     * @param columns the names of the columns
     * @param rows the cells, row by row
     */
    public record Table(List<String> columns, List<List<Object>> rows) {}

    Map<String, Object> results;

    @Step(next = "analyze")
    void start() {}

    @Step(next = "end")
    void analyze() {
        results = Map.of(
                "metrics", Map.of("accuracy", 0.95, "loss", 0.05),
                "plots", List.of(new Plot("loss", List.of(new double[] {0, 0.9}, new double[] {1, 0.05}))),
                "tables", List.of(new Table(List.of("species", "count"), List.of(List.of("Adelie", 152)))));
    }

    @Step
    void end() {}
}
