package dev.cairn.samples.shapes;

import dev.cairn.Flow;
import dev.cairn.Index;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Step;
import java.util.List;

/** A foreach over an {@code int} parameter. */
@Flow
class Wide {
    @Parameter
    int width = 10;

    long square;
    int joins;
    List<Long> squares;

    @Step(next = "calculate", foreach = "width")
    void start() {}

    @Step(next = "join")
    void calculate(@Item int number, @Index int index) {
        square = (long) number * index;
    }

    @Step(next = "end")
    void join(WideArtifacts.JoinInputs inputs) {
        joins++;
        squares = inputs.stream().map(calculate -> calculate.square()).toList();
    }

    @Step
    void end() {}
}
