package dev.cairn.samples.shapes;

import dev.cairn.Catch;
import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.runtime.Failure;
import java.util.List;

/** Divides by each number; where that fails, the join still gets its input. */
@Flow
class Catching {
    @Parameter
    List<Integer> divisors = List.of(1, 0, 4);

    int quotient;
    Failure failure;
    List<String> report;

    @Step(next = "divide", foreach = "divisors")
    void start() {}

    @Step(next = "join")
    @Catch("failure")
    void divide(@Item int divisor) {
        quotient = 12 / divisor;
    }

    @Step(next = "end")
    void join(CatchingArtifacts.JoinInputs inputs) {
        report = inputs.stream()
                .map(divide -> divide.failure() == null
                        ? String.valueOf(divide.quotient())
                        : divide.failure().message())
                .toList();
    }

    @Step
    void end() {}
}
