package dev.cairn.samples.shapes;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Index;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import java.util.List;

/** Collatz sequences, one for each number: in a loop over two steps, which each element leaves when it gets to 1. */
@Flow
class LoopInForeach {
    @Parameter
    List<Long> numbers = List.of(6L, 1L, 7L);

    long number;
    boolean done;
    int length;
    String trace = "";
    List<Integer> lengths;
    List<String> traces;

    @Step(next = "begin", foreach = "numbers")
    void start() {}

    @Step(next = "go")
    void begin(@Item long item) {
        number = item;
    }

    @Step(next = "look")
    void go() {
        number = number % 2 == 0 ? number / 2 : 3 * number + 1;
    }

    @Step(
            switchOn = "done",
            cases = {@Case(value = "true", next = "join"), @Case(value = "false", next = "go")})
    void look(@Item long item, @Index int index, TaskContext task) {
        length = task.iteration() + 1;
        trace += number;
        done = number == 1;
        if (done) {
            trace = index + "/" + task.foreachStack().get(0).count() + " " + item + ": " + trace;
        } else {
            trace += " ";
        }
    }

    @Step(next = "end")
    void join(LoopInForeachArtifacts.JoinInputs inputs) {
        lengths = inputs.stream().map(look -> look.length()).toList();
        traces = inputs.stream().map(look -> look.trace()).toList();
    }

    @Step
    void end() {}
}
