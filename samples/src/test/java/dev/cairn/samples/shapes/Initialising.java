package dev.cairn.samples.shapes;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import java.util.ArrayList;
import java.util.List;

/** Fields with initialisers, before and after a join that merges some of them. */
@Flow
@SuppressWarnings("cairn")
class Initialising {
    @Parameter(help = "whether the join assigns what it may")
    boolean taken;

    final List<String> constant = List.of("never", "changes");
    final int limit = 3;
    List<String> notes = new ArrayList<>(List.of("initial"));
    int number = 7;
    String text = "initial";
    String cleared = "initial";
    String nothing = null;
    int left = 1;
    int maybe = 7;
    List<String> maybeWords = new ArrayList<>(List.of("initial"));
    String surelyNull = "initial";
    List<String> seen;

    @Step(next = {"one", "other"})
    void start() {
        cleared = null;
    }

    @Step(next = "join")
    void one() {
        notes.add("one");
        seen = constant;
    }

    @Step(next = "join")
    void other() {
        left = limit;
    }

    @Step(next = "end")
    void join(InitialisingArtifacts.JoinInputs inputs) {
        notes = inputs.one().notes();
        left = 2;
        surelyNull = null;
        if (taken) {
            maybe = 0;
            maybeWords = null;
        }
    }

    @Step
    void end() {
        seen = new ArrayList<>(constant);
        seen.add(String.valueOf(surelyNull));
    }
}
