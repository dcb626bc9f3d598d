package dev.cairn.samples.shapes;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Index;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.runtime.Merge;
import java.util.List;

/**
 * Loops that check first, in each element of a foreach, one in the other: the greatest power of two that is not greater than a
 * number, once and once again for what is left. A round of the outer loop holds a split and a foreach with their joins.
 */
@Flow
class WhileLoopsNested {
    @Parameter
    List<Integer> numbers = List.of(0, 5, 8, 11);

    int rest;
    int power;
    boolean left;
    boolean smaller;
    int copies;
    String digits = "";
    int checked;
    List<String> results;

    @Step(next = "begin", foreach = "numbers")
    void start() {}

    @Step(next = "outer")
    void begin(@Item int number) {
        rest = number;
    }

    @Step(
            switchOn = "left",
            cases = {@Case(value = "true", next = "one"), @Case(value = "false", next = "gather")})
    void outer() {
        left = rest > 0;
    }

    @Step(next = "inner")
    void one() {
        power = 1;
    }

    @Step(switchOn = "smaller", cases = @Case(value = "true", next = "twice"), otherwise = "fork")
    void inner() {
        smaller = 2 * power <= rest;
    }

    @Step(next = "inner")
    void twice() {
        power *= 2;
    }

    @Step(next = {"write", "fan"})
    void fork() {}

    @Step(next = "meet")
    void write() {
        digits += " " + power;
    }

    @Step(next = "count", foreach = "power")
    void fan() {}

    @Step(next = "counted")
    void count(@Index("power") int index) {
        checked = index + 1;
    }

    @Step(next = "meet")
    void counted(WhileLoopsNestedArtifacts.CountedInputs inputs) {
        copies = inputs.size();
        inputs.mergeInto(this, Merge.except(WhileLoopsNestedArtifacts.Name.CHECKED));
    }

    @Step(next = "outer")
    void meet(WhileLoopsNestedArtifacts.MeetInputs inputs) {
        digits = inputs.write().digits();
        copies = inputs.counted().copies();
        inputs.mergeInto(this);
        rest -= copies;
    }

    @Step(next = "end")
    void gather(WhileLoopsNestedArtifacts.GatherInputs inputs) {
        results = inputs.stream().map(outer -> outer.digits()).toList();
    }

    @Step
    void end() {}
}
