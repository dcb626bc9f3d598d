package dev.cairn.processor;

import static dev.cairn.processor.FlowCompilation.file;
import static dev.cairn.processor.FlowCompilation.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.cairn.processor.report.Nowhere;
import dev.cairn.processor.report.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                        "fix", "this is a bug in Cairn, not in the flow: please report it with this message."));
    }

    @Test
    void doesNotBlameItselfForAFullDisk() {
        Problem problem = InternalFailure.problem(
                "flow `Sample`", Nowhere.COMPILATION, new UncheckedIOException(new IOException("no space left")));
        assertThat(problem.message()).isEqualTo("""
                        [cairn:output] the code generated for flow `Sample` cannot be written
                          cause: no space left""");
    }

    @Test
    void tellsOfAFailureAtItsFlowAndOfTheProblemsOfTheOthers() {
        String flow = """
                @Flow
                class First {
                    @Step(next = "end") void start() {}
                    @Step void end() {}
                }
                """;
        JavaFileObject file = file(flow
                + flow.replace("First", "Second")
                + flow.replace("First", "Third").replace("\"end\"", "\"ennd\""));
        Processor processor = new FailingFiler(
                new FlowProcessor(), "com.acme.Second.*", () -> new IllegalStateException("out of names"));
        Compilation compilation = CompiledAgainst.javac()
                .withProcessors(processor)
                .withOptions("-proc:only")
                .compile(file);

        assertThat(text(compilation)).contains(" at dev.cairn.processor.GeneratedSources.write(");
        assertThat(text(compilation).replaceAll(" +at .*\\R", "").replace(ProcessorVersion.current(), "1.0"))
                .isEqualTo("""
                        7:1 error [cairn:internal-error] Cairn 1.0 failed on flow `Second`
                            trace: java.lang.IllegalStateException: out of names
                            fix:   this is a bug in Cairn, not in the flow: please report it with this message.
                        13:18 error [cairn:unknown-step] step `start` names `ennd` as next, but `Third` has no such step
                            fix:   name a method with `@Step`. Did you mean `end`?""");
        assertThat(compilation.status()).isEqualTo(Compilation.Status.FAILURE);
    }

    /** What is not an exception, but no reason either for the compiler to die: classes that do not fit, assertions, deep code. */
    @ParameterizedTest
    @ValueSource(classes = {NoSuchMethodError.class, AssertionError.class, StackOverflowError.class})
    void doesNotLetTheCompilerCrashByAnError(Class<? extends Throwable> error) {
        for (List<Processor> processors : List.of(
                List.<Processor>of(new FailingFiler(new FlowProcessor(), ".*", () -> fresh(error))),
                List.<Processor>of(
                        new FlowProcessor(),
                        new FailingFiler(new FlowRegistryProcessor(), ".*", () -> fresh(error))))) {
            Compilation compilation = CompiledAgainst.javac()
                    .withProcessors(processors)
                    .compile(file("@Flow class Sample { @Step(next = \"end\") void start() {} @Step void end() {} }"));

            assertThat(compilation.errors())
                    .extracting(message -> message.getMessage(Locale.ROOT))
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .startsWith("[cairn:internal-error] Cairn ")
                    .contains("trace: " + error.getName());
        }
    }

    private static Throwable fresh(Class<? extends Throwable> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Named as the method in which the compiler calls a processor. */
    private static RuntimeException process() {
        return step();
    }

    private static RuntimeException step() {
        return new IllegalStateException("outer", new IllegalArgumentException("inner"));
    }
}
