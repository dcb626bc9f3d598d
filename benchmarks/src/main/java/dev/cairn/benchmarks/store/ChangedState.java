package dev.cairn.benchmarks.store;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import org.jspecify.annotations.NullUnmarked;

/** A loop over one step, which changes a state of 16 KB in place. */
@Flow
@NullUnmarked // steps assign its fields
class ChangedState {
    @Parameter
    int iterations = 100;

    /** So that no run stores what another one has stored. */
    @Parameter
    int seed;

    double[] state;
    int done;
    boolean more;

    @Step(next = "work")
    void start() {
        state = Content.doubles(2048);
        state[0] = seed;
        done = 0;
    }

    @Step(
            switchOn = "more",
            cases = {@Case(value = "true", next = "work"), @Case(value = "false", next = "end")},
            maxIterations = 1_000_000)
    void work() {
        for (int i = done % 8; i < state.length; i += 8) {
            state[i] += 1.0 / (i + 1);
        }
        done++;
        more = done < iterations;
    }

    @Step
    void end() {}
}
