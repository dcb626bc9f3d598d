package dev.cairn.samples.artifacts;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import java.util.List;
import java.util.stream.IntStream;

/** Artifact persistence: what a step assigned is stored and versioned; other runs and other processes can read it. */
@Flow
public class ArtifactPersistence {
    @Parameter(help = "how many numbers to store")
    int size = 4;

    List<Integer> data;

    @Step(next = "end")
    void start() {
        data = IntStream.rangeClosed(1, size).boxed().toList();
    }

    @Step
    void end() {}
}
