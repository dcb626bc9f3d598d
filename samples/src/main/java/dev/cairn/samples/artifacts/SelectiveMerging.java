package dev.cairn.samples.artifacts;

import static dev.cairn.runtime.Merge.except;
import static dev.cairn.runtime.Merge.only;

import dev.cairn.Flow;
import dev.cairn.Step;
import dev.cairn.samples.artifacts.SelectiveMergingArtifacts.Name;

/** Selective merging: a join takes over only some artifacts, or all but some. */
@Flow
public class SelectiveMerging {
    String resultA;
    String resultB;
    String temporaryData;

    @Step(next = {"branchA", "branchB"})
    void start() {}

    @Step(next = "joinOnly")
    void branchA() {
        resultA = "from A";
        temporaryData = "scribbled by A";
    }

    @Step(next = "joinOnly")
    void branchB() {
        resultB = "from B";
        temporaryData = "scribbled by B";
    }

    @Step(next = {"branchC", "branchD"})
    void joinOnly(SelectiveMergingArtifacts.JoinOnlyInputs inputs) {
        inputs.mergeInto(this, only(Name.RESULT_A, Name.RESULT_B));
    }

    @Step(next = "joinExcept")
    void branchC() {
        temporaryData = "scribbled by C";
    }

    @Step(next = "joinExcept")
    void branchD() {
        temporaryData = "scribbled by D";
    }

    @Step(next = "end")
    void joinExcept(SelectiveMergingArtifacts.JoinExceptInputs inputs) {
        inputs.mergeInto(this, except(Name.TEMPORARY_DATA));
    }

    @Step
    void end() {}
}
