package dev.cairn.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.report.Nowhere;
import dev.cairn.processor.report.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class InternalFailureTest {
    @Test
    void showsTheTraceUpToTheCallOfTheCompiler() {
        Problem problem = InternalFailure.problem("flow `Sample`", Nowhere.COMPILATION, process());
        assertThat(problem.id()).isEqualTo("internal-error");
        assertThat(problem.headline()).isEqualTo("Cairn " + ProcessorVersion.current() + " failed on flow `Sample`");
        assertThat(problem.details().get(0).text().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("java.lang.IllegalStateException: outer"),
                        line -> assertThat(line).startsWith("  at dev.cairn.processor.InternalFailureTest.step("),
                        line -> assertThat(line).isEqualTo("caused by java.lang.IllegalArgumentException: inner"),
                        line -> assertThat(line).startsWith("  at dev.cairn.processor.InternalFailureTest.step("));
        assertThat(problem.details().get(1))
                .isEqualTo(new Problem.Detail(
                        "fix", "this is a mistake in Cairn, not in the flow: please report it with this message."));
    }

    @Test
    void doesNotBlameItselfForAFullDisk() {
        Problem problem = InternalFailure.problem(
                "flow `Sample`", Nowhere.COMPILATION, new UncheckedIOException(new IOException("no space left")));
        assertThat(problem.message()).isEqualTo("""
                        [cairn:output] what is generated for flow `Sample` cannot be written
                          cause: no space left""");
    }

    /** Named as the method in which the compiler calls a processor. */
    private static RuntimeException process() {
        return step();
    }

    private static RuntimeException step() {
        return new IllegalStateException("outer", new IllegalArgumentException("inner"));
    }
}
