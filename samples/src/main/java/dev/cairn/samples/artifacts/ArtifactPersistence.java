package dev.cairn.samples.artifacts;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import java.util.List;

/** Artifact persistence: what one step assigns, later steps, other runs and other processes can read. */
@Flow
public class ArtifactPersistence {
    @Parameter(help = "how many numbers to load")
    int size = 4;

    List<Integer> data;
    int result;

    @Step(next = "process")
    void start() {
        data = loadData();
    }

    @Step(next = "end")
    void process() {
        // data is here, without further ado
        result = transform(data);
    }

    @Step
    void end() {}

    private List<Integer> loadData() {
        return java.util.stream.IntStream.rangeClosed(1, size).boxed().toList();
    }

    private static int transform(List<Integer> data) {
        return data.stream().mapToInt(Integer::intValue).sum();
    }
}
