package dev.cairn.samples.shapes;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;

/** A switch on a way of a switch on a way of a switch; inner ways rejoin before outer ones, or skip that. */
@Flow
class NestedSwitches {
    @Parameter
    int number = 7;

    boolean positive;
    boolean large;
    boolean even;
    String words = "";

    @Step(
            switchOn = "positive",
            cases = {@Case(value = "true", next = "measure"), @Case(value = "false", next = "end")})
    void start() {
        positive = number > 0;
    }

    @Step(
            switchOn = "large",
            cases = {@Case(value = "true", next = "parity"), @Case(value = "false", next = "small")})
    void measure() {
        large = number > 100;
    }

    @Step(next = "describe")
    void small() {
        words += "small";
    }

    @Step(
            switchOn = "even",
            cases = {@Case(value = "true", next = "halve"), @Case(value = "false", next = "odd")})
    void parity() {
        even = number % 2 == 0;
    }

    @Step(next = "big")
    void halve() {
        words += "even";
    }

    @Step(next = "big")
    void odd() {
        words += "odd";
    }

    @Step(next = "describe")
    void big() {
        words += " and large";
    }

    @Step(next = "end")
    void describe() {
        words += " number";
    }

    @Step
    void end() {}
}
