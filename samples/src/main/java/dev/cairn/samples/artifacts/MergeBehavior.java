package dev.cairn.samples.artifacts;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;

/** Merge behavior: what a join takes over depends on who set it, and whether they agree. */
@Flow
public class MergeBehavior {
    @Parameter(help = "what branch B finds")
    String findingOfB = "penguin";

    String finding;
    String onlyInA;
    String signedBy;

    @Step(next = {"branchA", "branchB"})
    void start() {}

    @Step(next = "join")
    void branchA() {
        finding = "penguin";
        onlyInA = "from A";
        signedBy = "A";
    }

    @Step(next = "join")
    void branchB() {
        finding = findingOfB;
        signedBy = "B";
    }

    @Step(next = "end")
    @SuppressWarnings("cairn:merge-conflict") // the compiler warns that the branches may differ, and here they may
    void join(MergeBehaviorArtifacts.JoinInputs inputs) {
        signedBy = "the join"; // already set: not merged
        inputs.mergeInto(this); // fails unless both branches found the same
    }

    @Step
    void end() {}
}
