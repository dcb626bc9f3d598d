package dev.cairn.samples.shapes;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Step;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Steps that read one parameter each: in their own code, through a helper, as the list of a foreach. */
@Flow
class Resuming {
    static final AtomicBoolean FAILS = new AtomicBoolean();

    @Parameter(help = "what lengths are multiplied by")
    int factor = 2;

    @Parameter(help = "what the sum is compared with")
    int limit = 10;

    @Parameter(help = "what is measured")
    List<String> words = List.of("a", "bb");

    final int base = 100;

    int length;
    int sum;
    boolean over;

    @Step(next = "measure", foreach = "words")
    void start() {}

    @Step(next = "join")
    void measure(@Item String word) {
        length = scaled(word.length());
    }

    private int scaled(int number) {
        return number * factor;
    }

    @Step(next = "compare")
    void join(ResumingArtifacts.JoinInputs inputs) {
        sum = base + inputs.stream().mapToInt(ResumingArtifacts.Measure::length).sum();
    }

    @Step(next = "end")
    void compare() {
        over = sum > limit;
    }

    @Step
    void end() {
        if (FAILS.get()) {
            throw new IllegalStateException("fails");
        }
    }
}
