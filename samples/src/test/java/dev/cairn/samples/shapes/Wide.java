package dev.cairn.samples.shapes;

import dev.cairn.Flow;
import dev.cairn.Index;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Step;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A foreach over an {@code int} parameter. */
@Flow
class Wide {
    /** How often a join ran in this process. */
    static final AtomicInteger JOINS = new AtomicInteger();

    @Parameter
    int width = 10;

    long square;
    List<Long> squares;

    @Step(next = "calculate", foreach = "width")
    void start() {}

    @Step(next = "join")
    void calculate(@Item int number, @Index int index) {
        square = (long) number * index;
    }

    @Step(next = "end")
    void join(WideArtifacts.JoinInputs inputs) {
        JOINS.incrementAndGet();
        squares = inputs.stream().map(calculate -> calculate.square()).toList();
    }

    @Step
    void end() {}
}
