package dev.cairn.samples.large;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;

/** An array that fills the heap: one step makes it, another one reads it. */
@Flow
class LargeArray {
    @Parameter
    int length = 1000;

    @Parameter
    Content content = Content.RANDOM;

    @Parameter
    long seed = 1;

    double[] values;
    int difference;

    @Step(next = "end")
    void start() {
        values = content.values(length, seed);
    }

    @Step
    void end() {
        difference = content.difference(values, seed);
    }
}
