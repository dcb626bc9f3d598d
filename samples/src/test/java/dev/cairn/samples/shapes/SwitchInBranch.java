package dev.cairn.samples.shapes;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;

/** A branch that ends in one of three steps, of which one is the switch itself. */
@Flow
class SwitchInBranch {
    @Parameter
    int size = 1;

    String effort;
    int score;
    String arrived;
    int total;
    String way;

    @Step(next = {"decide", "other"})
    void start() {}

    @Step(
            switchOn = "effort",
            cases = {@Case(value = "none", next = "join"), @Case(value = "little", next = "quick")},
            otherwise = "thorough")
    void decide() {
        effort = size == 0 ? "none" : size < 10 ? "little" : "much";
        score = 1;
    }

    @Step(next = "join")
    void quick() {
        score = 20;
    }

    @Step(next = "check")
    void thorough() {
        score = 300;
    }

    @Step(next = "join")
    void check() {
        score++;
    }

    @Step(next = "join")
    void other() {
        score = 4000;
    }

    @Step(next = "end")
    void join(SwitchInBranchArtifacts.JoinInputs inputs) {
        total = inputs.stream().mapToInt(input -> input.score()).sum();
        arrived = inputs.stream().map(SwitchInBranch::kind).toList().toString();
        way = inputs.decide().map(decide -> "nothing done").orElse("")
                + inputs.quick().map(quick -> "quick: " + quick.score()).orElse("")
                + inputs.check().map(check -> "checked: " + check.score()).orElse("")
                + ", other: " + inputs.other().score();
    }

    private static String kind(SwitchInBranchArtifacts.JoinInput input) {
        return input.getClass().getSimpleName();
    }

    @Step
    void end() {}
}
