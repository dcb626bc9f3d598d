package dev.cairn.samples.shapes;

import static dev.cairn.runtime.Merge.except;
import static dev.cairn.runtime.Merge.only;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.samples.shapes.PresettingArtifacts.Name;
import java.util.ArrayList;
import java.util.List;

/** A join that has set some artifacts, in one way or another, before it merges. */
@Flow
@SuppressWarnings("cairn")
class Presetting {
    @Parameter(help = "whether the join assigns what it may")
    boolean taken;

    int zero;
    boolean no;
    int other;
    int maybeZero;
    int maybeOther;
    String text;
    String toNull;
    List<String> likeFresh = new ArrayList<>();
    List<String> unlikeFresh = new ArrayList<>();
    String disputed;
    byte[] read;
    byte[] passedOn;
    int length;

    @Step(next = {"left", "right"})
    void start() {
        zero = 7;
        no = true;
        other = 7;
        maybeZero = 7;
        maybeOther = 7;
        text = "before";
        toNull = "before";
        likeFresh.add("before");
        unlikeFresh.add("before");
        read = new byte[100_000];
        passedOn = new byte[100_001];
    }

    @Step(next = "join")
    void left() {
        disputed = "left";
    }

    @Step(next = "join")
    void right() {
        disputed = "right";
    }

    @Step(next = "parts")
    void join(PresettingArtifacts.JoinInputs inputs) {
        zero = 0;
        no = false;
        other = 8;
        if (taken) {
            maybeZero = 0;
            maybeOther = 8;
        }
        text = "of the join";
        toNull = null;
        likeFresh = new ArrayList<>();
        unlikeFresh = new ArrayList<>(List.of("of the join"));
        inputs.mergeInto(this, except(Name.DISPUTED));
        length = read.length;
    }

    @Step(next = {"one", "two"})
    void parts() {}

    @Step(next = "joinParts")
    void one() {}

    @Step(next = "joinParts")
    void two() {}

    @Step(next = "end")
    void joinParts(PresettingArtifacts.JoinPartsInputs inputs) {
        inputs.mergeInto(this, only(Name.TEXT));
        other = 0;
        inputs.mergeInto(this, only(Name.OTHER, Name.ZERO));
    }

    @Step
    void end() {}
}
