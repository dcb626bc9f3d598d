package good;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import java.util.List;
import java.util.Objects;

/** A remark that only one way makes, and that is looked for before it is used. */
@Flow
class Reporting {
    List<Integer> sizes = List.of(3, 5);
    boolean small;
    String caveat;
    String source;
    String report;

    @Step(
            switchOn = "small",
            cases = {@Case(value = "true", next = "remark"), @Case(value = "false", next = "fork")})
    void start() {
        small = sizes.size() < 10;
    }

    @Step(next = "fork")
    void remark() {
        caveat = "only " + sizes.size() + " sizes";
    }

    @Step(next = {"left", "right"})
    void fork() {}

    @Step(next = "join")
    void left() {
        if (sizes.size() > 1) {
            source = "left";
        }
    }

    @Step(next = "join")
    void right() {}

    @Step(next = "end")
    void join(ReportingArtifacts.JoinInputs inputs) {
        inputs.mergeInto(this);
        report = "sizes" + remark(caveat) + (source == null ? "" : " from " + source);
    }

    @Step
    void end(TaskContext task) {
        task.log(report + Objects.requireNonNullElse(caveat, ""));
        print(task, caveat);
    }

    private static void print(TaskContext task, String text) {
        task.log(remark(text));
    }

    private static String remark(String text) {
        return text == null ? "" : " (" + text + ")";
    }
}
