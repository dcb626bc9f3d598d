package dev.cairn.samples.artifacts;

import dev.cairn.Flow;
import dev.cairn.Step;
import java.util.ArrayList;
import java.util.List;

/** The life of an artifact: assigned in one step, changed in a later one, passed on by all others, and never lost. */
@Flow
public class Lifecycle {
    List<String> events;

    @Step(next = "read")
    void start() {
        events = new ArrayList<>(List.of("created"));
    }

    @Step(next = "change")
    void read() {
        if (!events.contains("created")) {
            throw new IllegalStateException("an artifact got lost");
        }
    }

    @Step(next = "end")
    void change() {
        events.add("changed in place");
    }

    @Step
    void end() {}
}
