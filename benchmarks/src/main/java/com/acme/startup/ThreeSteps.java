package com.acme.startup;

import dev.cairn.Flow;
import dev.cairn.Step;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** A list and its length, in three steps. */
@Flow
@NullUnmarked // steps assign its fields
class ThreeSteps {
    List<String> words;
    int letters;

    @Step(next = "count")
    void start() {
        words = BareProgram.WORDS;
    }

    @Step(next = "end")
    void count() {
        for (String word : words) {
            letters += word.length();
        }
    }

    @Step
    void end() {}
}
