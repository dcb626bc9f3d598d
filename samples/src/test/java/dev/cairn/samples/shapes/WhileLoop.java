package dev.cairn.samples.shapes;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import java.util.ArrayList;
import java.util.List;

/** A check before what is repeated: a text is repaired as long as something is wrong with it. */
@Flow
class WhileLoop {
    @Parameter
    String text = "  (a)) ";

    enum State {
        GOOD,
        PADDED,
        UNBALANCED
    }

    State state;
    List<String> repairs = new ArrayList<>();

    String repaired;

    @Step(next = "check")
    void start() {
        repaired = text;
    }

    @Step(
            switchOn = "state",
            cases = {
                @Case(value = "GOOD", next = "end"),
                @Case(value = "PADDED", next = "strip"),
                @Case(value = "UNBALANCED", next = "balance")
            },
            maxIterations = 3)
    void check() {
        int opened = repaired.replace("(", "").length();
        int closed = repaired.replace(")", "").length();
        state = !repaired.equals(repaired.strip()) ? State.PADDED : opened == closed ? State.GOOD : State.UNBALANCED;
    }

    @Step(next = "check")
    void strip(TaskContext task) {
        repaired = repaired.strip();
        repairs.add("strip " + task.iteration());
    }

    @Step(next = "note")
    void balance() {
        repaired = repaired.substring(0, repaired.length() - 1);
    }

    @Step(next = "check")
    void note(TaskContext task) {
        repairs.add("balance " + task.iteration());
    }

    @Step
    void end() {}
}
