package dev.cairn.samples.shapes;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Step;

/** Adds to what no step has assigned, over and over. */
@Flow
class Accumulating {
    int rounds;
    long total;
    double half;
    char letter;
    boolean odd;
    boolean done;

    @Step(next = "add")
    void start() {}

    @Step(
            switchOn = "done",
            cases = {@Case(value = "false", next = "add"), @Case(value = "true", next = "end")})
    void add() {
        rounds++;
        total += rounds;
        half -= 0.5;
        letter |= 'a';
        odd ^= true;
        done = rounds == 3;
    }

    @Step
    void end() {}
}
