package dev.cairn.samples.shapes;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Step;
import java.util.List;

/** A foreach whose elements each take their own way to the join, through other switches too. */
@Flow
class SwitchInForeach {
    enum Parity {
        ZERO,
        EVEN,
        ODD
    }

    List<Integer> numbers;
    Parity parity;
    boolean large;
    int number;
    List<Integer> results;

    @Step(next = "look", foreach = "numbers")
    void start() {
        numbers = List.of(0, 1, 2, 3, 40, 51);
    }

    @Step(
            switchOn = "parity",
            cases = {
                @Case(value = "ZERO", next = "join"),
                @Case(value = "EVEN", next = "halve"),
                @Case(value = "ODD", next = "triple")
            })
    void look(@Item int item) {
        number = item;
        parity = item == 0 ? Parity.ZERO : item % 2 == 0 ? Parity.EVEN : Parity.ODD;
    }

    @Step(next = "join")
    void halve() {
        number /= 2;
    }

    @Step(
            switchOn = "large",
            cases = {@Case(value = "true", next = "shrink"), @Case(value = "false", next = "join")})
    void triple() {
        number *= 3;
        large = number > 100;
    }

    @Step(next = "join")
    void shrink() {
        number -= 100;
    }

    @Step(next = "end")
    void join(SwitchInForeachArtifacts.JoinInputs inputs) {
        results = inputs.stream().map(input -> input.number()).toList();
    }

    @Step
    void end() {}
}
