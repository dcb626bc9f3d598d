package dev.cairn.samples.shapes;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import java.util.ArrayList;
import java.util.List;

/** A branch with a loop over three steps, back to the second step of the branch, and out of it straight into the join. */
@Flow
class LoopInBranch {
    enum Verdict {
        AGAIN,
        GOOD,
        HOPELESS
    }

    int skill;
    Verdict verdict;
    List<String> diary = new ArrayList<>();
    int played;
    String result;

    @Step(next = {"prepare", "play"})
    void start() {
        skill = 1;
    }

    @Step(next = "train")
    void prepare() {
        diary.add("prepare");
    }

    @Step(next = "rest")
    void train(TaskContext task) {
        skill *= 3;
        diary.add("train " + task.iteration());
    }

    @Step(next = "examine")
    void rest() {
        skill -= 1;
    }

    @Step(
            switchOn = "verdict",
            cases = {
                @Case(value = "AGAIN", next = "train"),
                @Case(value = "GOOD", next = "join"),
                @Case(value = "HOPELESS", next = "giveUp")
            })
    void examine() {
        verdict = skill > 30 ? Verdict.GOOD : Verdict.AGAIN;
    }

    @Step(next = "join")
    void giveUp() {
        skill = 0;
    }

    @Step(next = "join")
    void play() {
        played = 12;
    }

    @Step(next = "end")
    void join(LoopInBranchArtifacts.JoinInputs inputs) {
        skill = inputs.examine().map(examine -> examine.skill()).orElse(-1);
        diary = inputs.examine().map(examine -> examine.diary()).orElse(List.of());
        result = inputs.giveUp().isPresent() + ", played " + inputs.play().played();
    }

    @Step
    void end() {}
}
