package dev.cairn.benchmarks.profile;

import dev.cairn.Flow;
import dev.cairn.Step;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** A small flow, whose process is profiled from its start to its end. */
@Flow
@NullUnmarked // steps assign its fields
class ThreeSteps {
    List<String> words;
    int letters;

    @Step(next = "count")
    void start() {
        words = List.of("every", "stone", "counts");
    }

    @Step(next = "end")
    void count() {
        letters = words.stream().mapToInt(String::length).sum();
    }

    @Step
    void end() {}

    public static void main(String[] args) {
        ThreeStepsRunner.main(args);
    }
}
