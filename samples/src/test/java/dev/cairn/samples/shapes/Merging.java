package dev.cairn.samples.shapes;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Two branches that agree on some artifacts and, if told so, disagree on others. */
@Flow
class Merging {
    @Parameter
    boolean disagree;

    Map<Integer, String> built;
    Map<String, Integer> kinds;
    Set<String> onlyRead;
    int counter;
    int seen;
    String first;
    String second;

    @Step(next = {"left", "right"})
    void start() {
        onlyRead = new HashSet<>(Set.of("a", "b", "c", "Aa", "BB"));
        counter = 5;
    }

    @Step(next = "join")
    void left() {
        built = new HashMap<>(4);
        for (int i = 0; i < 100; i++) {
            built.put(i, "v" + i);
        }
        kinds = new LinkedHashMap<>();
        kinds.put("x", 1);
        kinds.put("y", 2);
        seen = onlyRead.size();
        first = disagree ? "left" : "same";
        second = disagree ? "left" : "same";
    }

    @Step(next = "join")
    void right() {
        built = new HashMap<>(1024);
        for (int i = 99; i >= 0; i--) {
            built.put(i, "v" + i);
        }
        Map<String, Integer> ordered = new LinkedHashMap<>();
        ordered.put("x", 1);
        ordered.put("y", 2);
        kinds = disagree ? new HashMap<>(ordered) : ordered;
        seen = onlyRead.size();
        first = disagree ? "right" : "same";
        second = disagree ? "right" : "same";
    }

    @Step(next = "end")
    @SuppressWarnings("cairn:merge-conflict") // that they may is the point
    void join(MergingArtifacts.JoinInputs inputs) {
        counter = 0;
        inputs.mergeInto(this);
    }

    @Step
    void end() {}
}
