package dev.cairn.processor.rule.declaration;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link DecoratorRule}: {@code [cairn:decorator]}. */
class DecoratorRuleTest {
    @Test
    void retry() {
        assertThat(problems("""
                        @Step(next = "end") @Retry(times = -1, delay = "1s", backoff = 0.5, maxDelay = "PT-1S") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:36 error [cairn:decorator] `times` is -1, but must be at least 0
                            fix:   write a larger number.
                        1:48 error [cairn:decorator] `delay` is "1s", which is not a duration
                            fix:   write an ISO-8601 duration, such as `PT1.5S`, `PT5M` or `P1D`.
                        1:64 error [cairn:decorator] `backoff` is 0.5, but must be at least 1
                            fix:   write a larger number.
                        1:80 error [cairn:decorator] `maxDelay` is "PT-1S", which is not a duration
                            fix:   write an ISO-8601 duration, such as `PT1.5S`, `PT5M` or `P1D`.""");
    }

    @Test
    void timeout() {
        assertThat(problems("""
                        @Step(next = "middle") @Timeout("5 minutes") void start() {}
                        @Step(next = "end") @Timeout("PT0S") void middle() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:33 error [cairn:decorator] `@Timeout` is "5 minutes", which is not a duration
                            fix:   write an ISO-8601 duration, such as `PT1.5S`, `PT5M` or `P1D`.
                        2:30 error [cairn:decorator] `@Timeout` is "PT0S", so the step has no time to run
                            fix:   write a longer duration.""");
    }

    @Test
    void resources() {
        assertThat(problems("""
                        @Step(next = "end") @Resources(cpu = -1, memory = "2 GB", gpu = -3) void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:38 error [cairn:decorator] `cpu` is -1.0, but must be at least 0
                            fix:   write a larger number.
                        1:51 error [cairn:decorator] `memory` is "2 GB", which is not an amount of memory
                            fix:   write a number and one of the units k, m, g and t, such as `512m` or `2g`.
                        1:65 error [cairn:decorator] `gpu` is -3, but must be at least 0
                            fix:   write a larger number.""");
    }

    @Test
    void boundsOfASwitchAndOfTasks() {
        assertThat(problems("""
                        boolean done;
                        @Step(switchOn = "done", cases = @Case(value = "false", next = "start"), otherwise = "end", maxIterations = 0, maxParallel = -1) void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:109 error [cairn:decorator] `maxIterations` is 0, but must be at least 1
                            fix:   write a larger number.
                        2:126 error [cairn:decorator] `maxParallel` is -1, but must be at least 0
                            fix:   write a larger number.""");
    }

    @Test
    void acceptsWhatMakesSense() {
        assertThat(problems("""
                        @Step(next = "end", maxParallel = 4) @Retry(times = 3, delay = "PT1.5S", backoff = 2, maxDelay = "PT1M") @Timeout("P1D") @Resources(cpu = 0.5, memory = "512m", gpu = 1) void start() {}
                        @Step @Retry(times = 0) void end() {}
                        """)).isEmpty();
    }
}
