package dev.cairn.samples.shapes;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Step;
import java.util.List;

/** A switch between a foreach, a static split, and neither; what they joined goes on together. */
@Flow
class SplitsInSwitch {
    @Parameter
    String mode = "neither";

    List<Integer> numbers;
    int square;
    int sum;

    @Step(
            switchOn = "mode",
            cases = {@Case(value = "each", next = "fan"), @Case(value = "both", next = "fork")},
            otherwise = "finish")
    void start() {
        sum = -1;
    }

    @Step(next = "work", foreach = "numbers")
    void fan() {
        numbers = List.of(1, 2, 3);
    }

    @Step(next = "gather")
    void work(@Item int number) {
        square = number * number;
    }

    @Step(next = "finish")
    void gather(SplitsInSwitchArtifacts.GatherInputs inputs) {
        sum = inputs.stream().mapToInt(work -> work.square()).sum();
    }

    @Step(next = {"left", "right"})
    void fork() {}

    @Step(next = "meet")
    void left() {
        sum = 10;
    }

    @Step(next = "meet")
    void right() {
        sum = 20;
    }

    @Step(next = "finish")
    void meet(SplitsInSwitchArtifacts.MeetInputs inputs) {
        sum = inputs.left().sum() + inputs.right().sum();
    }

    @Step(next = "end")
    void finish() {
        sum *= 2;
    }

    @Step
    void end() {}
}
