package com.acme.remote;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;

/** Many short steps, one after the other. */
@Flow
class Rounds {
    @Parameter(help = "how many rounds")
    int rounds = 3;

    long count;
    boolean more;

    @Step(next = "round")
    void start() {
        count = 0;
    }

    @Step(
            switchOn = "more",
            cases = {@Case(value = "true", next = "round"), @Case(value = "false", next = "end")},
            maxIterations = 1_000_000)
    void round() {
        count++;
        more = count < rounds;
    }

    @Step
    void end() {}
}
