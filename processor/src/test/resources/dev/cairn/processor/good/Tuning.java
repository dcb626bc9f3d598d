package good;

import dev.cairn.Case;
import dev.cairn.Catch;
import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Step;
import dev.cairn.runtime.Failure;
import dev.cairn.runtime.TaskContext;
import java.util.List;

/** An initial value that no step replaces before a join, which does not merge it; results of steps that may have failed. */
@Flow
class Tuning {
    List<Integer> depths = List.of(1, 2, 3);
    double threshold = 0.5;
    int rounds;
    boolean done;
    Double score;
    Failure failure;
    double best;

    @Step(next = "train", foreach = "depths")
    void start(TaskContext task) {
        task.log("threshold " + threshold);
    }

    @Catch("failure")
    @Step(next = "join")
    void train(@Item int depth) {
        if (depth > 10) {
            throw new IllegalArgumentException("too deep");
        }
        score = depth * threshold;
    }

    @Step(next = "refine")
    void join(TuningArtifacts.JoinInputs inputs) {
        best = 0;
        for (var input : inputs) {
            if (input.failure() == null) {
                best = Math.max(best, input.score());
            }
        }
    }

    @Step(
            switchOn = "done",
            cases = {@Case(value = "true", next = "end"), @Case(value = "false", next = "refine")})
    void refine() {
        done = best < threshold || rounds > 10;
        if (!done) {
            threshold = threshold * 2;
        }
        rounds++;
    }

    @Step
    void end(TaskContext task) {
        task.log(best + " at " + threshold);
    }
}
