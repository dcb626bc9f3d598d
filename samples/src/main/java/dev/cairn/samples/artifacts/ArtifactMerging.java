package dev.cairn.samples.artifacts;

import dev.cairn.Flow;
import dev.cairn.Step;
import java.util.Map;

/** Artifact merging: a join takes over what the branches agree on. */
@Flow
public class ArtifactMerging {
    Map<String, String> sharedConfig;
    String resultA;
    String resultB;
    String summary;

    @Step(next = {"branchA", "branchB"})
    void start() {
        sharedConfig = Map.of("key", "value");
    }

    @Step(next = "join")
    void branchA() {
        resultA = "from A";
    }

    @Step(next = "join")
    void branchB() {
        resultB = "from B";
    }

    @Step(next = "end")
    void join(ArtifactMergingArtifacts.JoinInputs inputs) {
        inputs.mergeInto(this);
        // sharedConfig is the same in both branches, resultA comes from branchA, resultB from branchB
        summary = sharedConfig.get("key") + ": " + resultA + ", " + resultB;
    }

    @Step
    void end() {}
}
