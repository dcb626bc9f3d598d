package dev.cairn.samples.shapes;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Retry;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import java.util.ArrayList;
import java.util.List;

/** A step that fails as often as it is told, and then succeeds. */
@Flow
class Retrying {
    @Parameter(help = "how many attempts fail")
    int failures = 2;

    List<String> notes;
    int attempts;

    @Step(next = "work")
    void start() {
        notes = new ArrayList<>(List.of("start"));
    }

    @Step(next = "end")
    @Retry(times = 2, delay = "PT0.001S", backoff = 1.5, maxDelay = "PT1S")
    void work(TaskContext task) {
        notes.add("attempt " + task.attempt());
        attempts = task.attempt() + 1;
        if (task.attempt() < failures) {
            throw new IllegalStateException("attempt " + task.attempt() + " fails");
        }
    }

    @Step
    void end() {}
}
