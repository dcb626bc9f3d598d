package dev.cairn.samples.shapes;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;

/** A loop in a loop: the prime factors of a number, each divided out as often as it goes. */
@Flow
class NestedLoops {
    int number;
    int divisor;
    boolean divides;
    boolean done;
    String factors = "";

    @Step(next = "advance")
    void start() {
        number = 360;
        divisor = 1;
    }

    @Step(next = "divide")
    void advance() {
        divisor++;
    }

    @Step(
            switchOn = "divides",
            cases = {@Case(value = "true", next = "divide"), @Case(value = "false", next = "check")})
    void divide(TaskContext task) {
        divides = number % divisor == 0;
        if (divides) {
            number /= divisor;
            factors += " " + divisor + "#" + task.iteration();
        }
    }

    @Step(
            switchOn = "done",
            cases = {@Case(value = "true", next = "end"), @Case(value = "false", next = "advance")})
    void check() {
        done = number == 1;
    }

    @Step
    void end() {}
}
