package dev.cairn.samples.shapes;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Step;
import java.util.List;

/** A static split in a foreach in a static split, whose first step is the split and whose last is the join. */
@Flow
class SplitInForeachInSplit {
    List<Integer> numbers;
    int number;
    int doubled;
    int tripled;
    int sum;
    String word;
    String result;

    @Step(next = {"numbers", "words"})
    void start() {}

    @Step(next = "fork", foreach = "numbers")
    void numbers() {
        numbers = List.of(1, 2, 3);
    }

    @Step(next = {"twice", "thrice"})
    void fork(@Item int item) {
        number = item;
    }

    @Step(next = "add")
    void twice() {
        doubled = 2 * number;
    }

    @Step(next = "add")
    void thrice() {
        tripled = 3 * number;
    }

    @Step(next = "collect")
    void add(SplitInForeachInSplitArtifacts.AddInputs inputs) {
        sum = inputs.twice().doubled() + inputs.thrice().tripled();
    }

    @Step(next = "end")
    void collect(SplitInForeachInSplitArtifacts.CollectInputs inputs) {
        sum = inputs.stream().mapToInt(add -> add.sum()).sum();
    }

    @Step(next = "end")
    void words() {
        word = "total";
    }

    @Step
    void end(SplitInForeachInSplitArtifacts.EndInputs inputs) {
        result = inputs.words().word() + " " + inputs.collect().sum();
    }
}
