package dev.cairn.samples.shapes;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Step;
import java.util.List;

/** A foreach over nothing, whose join merges. */
@Flow
class ZeroInputs {
    List<String> items;
    String kept;
    int length;
    int inputCount;

    @Step(next = "measure", foreach = "items")
    void start() {
        items = List.of();
        kept = "from before the split";
    }

    @Step(next = "join")
    void measure(@Item String item) {
        length = item.length();
    }

    @Step(next = "end")
    @SuppressWarnings("cairn:merge-conflict") // with one element or none there is none
    void join(ZeroInputsArtifacts.JoinInputs inputs) {
        inputs.mergeInto(this);
        inputCount = inputs.size();
    }

    @Step
    void end() {}
}
