package good;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;

/** Counters that are read before they are counted. */
@Flow
class Repairing {
    int repairs;
    int tries;
    double quality;
    boolean good;

    @Step(next = "check")
    void start() {
        quality = 0.1;
    }

    @Step(
            switchOn = "good",
            cases = {@Case(value = "true", next = "end"), @Case(value = "false", next = "repair")})
    void check() {
        good = quality > 0.8 || repairs >= 3;
    }

    @Step(
            switchOn = "good",
            cases = {@Case(value = "true", next = "end"), @Case(value = "false", next = "check")})
    void repair(TaskContext task) {
        task.log("try " + tries);
        tries++;
        repairs += 1;
        quality += 0.3;
    }

    @Step
    void end(TaskContext task) {
        task.log(repairs + " repairs in " + tries + " tries: " + quality);
    }
}
