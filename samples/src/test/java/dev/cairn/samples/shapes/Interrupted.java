package dev.cairn.samples.shapes;

import dev.cairn.Catch;
import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Retry;
import dev.cairn.Step;
import dev.cairn.runtime.Failure;
import dev.cairn.runtime.TaskContext;
import java.util.ArrayList;
import java.util.List;

/** A step that fails in the middle, and is tried again, or caught. */
@Flow
@SuppressWarnings("cairn")
class Interrupted {
    @Parameter(help = "how many attempts of `work` fail")
    int failures = 1;

    int number;
    int zeroed;
    boolean flag;
    String text;
    String cleared;
    String late;
    List<String> grown;
    String fresh;
    int freshNumber;
    String conditional;
    String initialised = "initial";
    Failure failure;
    String seen;
    transient int attemptsOfThisInstance;
    int attemptsSeen;

    @Step(next = "work")
    void start() {
        number = 7;
        zeroed = 7;
        flag = true;
        text = "before";
        cleared = "before";
        late = "before";
        grown = new ArrayList<>(List.of("before"));
        if (failures < 0) {
            conditional = "never";
        }
    }

    @Step(next = "end")
    @Retry(times = 1)
    @Catch("failure")
    @SuppressWarnings("cairn:unassigned-artifact") // what an attempt finds that the one before left is what is tested
    void work(TaskContext task) {
        attemptsSeen = ++attemptsOfThisInstance;
        seen = number + text + grown + conditional;
        grown.add("attempt " + task.attempt());
        number = 8;
        zeroed = 0;
        flag = false;
        text = "assigned";
        cleared = null;
        fresh = "assigned";
        freshNumber = 1;
        if (task.attempt() == 0) {
            conditional = "of attempt 0";
        }
        if (task.attempt() < failures) {
            throw new IllegalStateException("attempt " + task.attempt() + " fails");
        }
        late = "assigned";
    }

    @Step
    @SuppressWarnings("cairn:unassigned-artifact") // what a caught failure leaves is what is tested
    void end() {
        seen = late + zeroed + flag + cleared + fresh;
    }
}
