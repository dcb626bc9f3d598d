package dev.cairn.benchmarks.store;

import dev.cairn.Flow;
import dev.cairn.Step;
import org.jspecify.annotations.NullUnmarked;

/** A flow whose first step stores an array that was made before. */
@Flow
@NullUnmarked // steps assign its fields
class LargeArray {
    /** What the next run stores, so that no run has to make it. */
    static double[] prepared = new double[0];

    double[] values;

    @Step(next = "end")
    void start() {
        values = prepared;
    }

    @Step
    void end() {}
}
