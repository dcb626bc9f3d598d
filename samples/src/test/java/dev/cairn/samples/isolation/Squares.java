package dev.cairn.samples.isolation;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Retry;
import dev.cairn.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Many small tasks, which can be killed at any time. */
@Flow
class Squares {
    @Parameter
    int count = 3;

    @Parameter(help = "how long each task works at least")
    int milliseconds;

    List<Integer> numbers;
    long square;
    List<Long> squares;
    long sum;

    @Step(next = "work", foreach = "numbers")
    @Retry(times = 1000)
    void start() {
        numbers = IntStream.range(0, count).boxed().toList();
    }

    @Step(next = "join")
    @Retry(times = 1000)
    void work(@Item int number) {
        System.out.println("number " + number);
        long end = System.nanoTime() + milliseconds * 1_000_000L;
        do {
            square = (long) number * number;
        } while (System.nanoTime() < end);
    }

    @Step(next = "end")
    @Retry(times = 1000)
    void join(SquaresArtifacts.JoinInputs inputs) {
        squares = new ArrayList<>();
        inputs.forEach(each -> squares.add(each.square()));
    }

    @Step
    @Retry(times = 1000)
    void end() {
        sum = squares.stream().mapToLong(Long::longValue).sum();
    }
}
