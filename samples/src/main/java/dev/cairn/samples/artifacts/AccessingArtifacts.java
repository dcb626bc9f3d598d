package dev.cairn.samples.artifacts;

import dev.cairn.Flow;
import dev.cairn.Step;
import java.util.List;

/** Accessing artifacts: what a step assigned is there in all steps after it. */
@Flow
public class AccessingArtifacts {
    List<Integer> data;
    int result;

    @Step(next = "process")
    void start() {
        data = List.of(1, 2, 3, 4);
    }

    @Step(next = "end")
    void process() {
        // data is here, without further ado
        result = data.stream().mapToInt(Integer::intValue).sum();
    }

    @Step
    void end() {}
}
