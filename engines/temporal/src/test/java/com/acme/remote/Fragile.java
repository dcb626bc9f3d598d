package com.acme.remote;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;

/** Fails where it is told to. */
@Flow
class Fragile {
    @Parameter(help = "whether the second step fails")
    boolean broken = true;

    String text;

    @Step(next = "check")
    void start() {
        text = "data";
    }

    @Step(next = "end")
    void check() {
        if (broken) {
            throw new IllegalStateException("the data is broken");
        }
        text += ", checked";
    }

    @Step
    void end() {}
}
