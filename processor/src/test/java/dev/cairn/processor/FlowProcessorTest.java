package dev.cairn.processor;

import static dev.cairn.processor.FlowCompilation.checkOnly;
import static dev.cairn.processor.FlowCompilation.compiler;
import static dev.cairn.processor.FlowCompilation.file;
import static dev.cairn.processor.FlowCompilation.problemsOf;
import static dev.cairn.processor.FlowCompilation.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class FlowProcessorTest {
    private static final String SOUND = """
            @Flow
            class Sample {
                @Step(next = "end") void start() {}
                @Step void end() {}
            }
            """;

    @Test
    void showsAllProblemsOfAllFlowsInTheOrderOfTheSource() {
        assertThat(problemsOf("""
                        @Flow
                        class First {
                            private int size;
                            @Step(next = {"middle", "ennd"}) @Retry(times = -1) int start() { return 1; }
                            Thread worker;
                            @Step(next = "end") void middle(String text) {}
                            @Step void end() {}
                        }

                        @Flow(name = "a/b")
                        class Second {
                            @Step(next = "end") void begin() {}
                            @Step void end() {}
                        }
                        """)).isEqualTo("""
                        3:17 error [cairn:artifact-field] artifact `size` is private
                            fix:   remove `private`; if it must not be stored, make it transient or start its name with an underscore.
                        4:5 error [cairn:unjoined-split] the split of step `start` is not joined before the end of the flow
                            path:  start -> middle -> end
                            fix:   make `end` a join, with the parameter `FirstArtifacts.EndInputs inputs`, or put a join before it.
                        4:29 error [cairn:unknown-step] step `start` names `ennd` as next, but `First` has no such step
                            fix:   name a method with `@Step`. Did you mean `end`?
                        4:53 error [cairn:decorator] `times` is -1, but must be at least 0
                            fix:   write a larger number.
                        4:61 error [cairn:step-method] step `start` returns `int`
                            fix:   make it `void`, and assign the result to a field of the flow.
                        5:12 error [cairn:unstorable-type] artifact `worker` cannot be stored: `Thread` is a thread, which lives in one process only
                            path:  worker: Thread
                            fix:   start it in the step that needs it, and keep it in a `transient` field.
                        6:44 error [cairn:step-parameter] Cairn cannot pass parameter `text` of type `String` to step `middle`
                            fix:   read what other steps assigned from the fields of the flow. A step can take a `TaskContext`, an element of a foreach with `@Item`, its position with `@Index` and, as a join, `FirstArtifacts.MiddleInputs inputs`.
                        11:1 error [cairn:flow-name] `a/b` cannot be used as a flow name
                            fix:   use a letter, and then letters, digits, dots, hyphens and underscores.
                        11:1 error [cairn:no-start] flow `Second` has no first step
                            fix:   name step `begin` `start`, or write `@Step(start = true, ...)` on it.""");
    }

    @Test
    void keepsThatOrderWhereAnnotationsAreAstrayBetweenFlows() {
        assertThat(problemsOf("""
                        class Stray {
                            @Step void first() {}
                        }
                        class Outer {
                            @Step void second() {}
                            @Flow
                            static class Sample {
                                @Step(next = "ennd") void start() {}
                                @Step void end() {}
                            }
                        }
                        """)).isEqualTo("""
                        2:5 error [cairn:misplaced-annotation] `@Step` on `first` has no effect
                            fix:   it belongs on a method of a class with `@Flow`.
                        5:5 error [cairn:misplaced-annotation] `@Step` on `second` has no effect
                            fix:   it belongs on a method of a class with `@Flow`.
                        8:22 error [cairn:unknown-step] step `start` names `ennd` as next, but `Sample` has no such step
                            fix:   name a method with `@Step`. Did you mean `end`?""");
    }

    @Test
    void saysWhatIsWrongWithAFlowAndNothingElse() {
        Compilation compilation = compiler().compile(file("""
                                import com.acme.SampleArtifacts.End;
                                @Flow
                                class Sample {
                                    List<Integer> numbers;
                                    int sum;
                                    @Step(next = "add", foreach = "numbrs") void start() {}
                                    @Step(next = "join") void add(@Item int number) {}
                                    @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {
                                        sum = inputs.stream().mapToInt(add -> add.sum()).sum();
                                    }
                                    @Step void end() {}
                                    int help(End end) { return end.sum(); }
                                }
                                """));
        assertThat(text(compilation)).isEqualTo("""
                        6:35 error [cairn:unknown-artifact] step `start` names `numbrs`, but `Sample` has no such artifact
                            fix:   name a field that is neither static nor transient and does not start with an underscore. Did you mean `numbers`?""");
    }

    @Test
    void generatesEverythingForASoundFlow() {
        Compilation compilation = checkOnly().compile(file(SOUND));
        assertThat(text(compilation)).isEmpty();
        assertThat(generated(compilation))
                .containsExactlyInAnyOrder(
                        "SampleArtifacts", "SampleCodecs", "SampleProvider", "SampleRun", "SampleRunner");
    }

    @Test
    void generatesTheSameWhateverTheOrderOfTheFiles() {
        JavaFileObject sample = file(SOUND);
        JavaFileObject other = file(SOUND.replace("Sample", "Other"));
        assertThat(contents(checkOnly().compile(sample, other)))
                .hasSize(11)
                .isEqualTo(contents(checkOnly().compile(other, sample)));
    }

    @Test
    void makesErrorsOfWarningsIfToldSo() {
        JavaFileObject flow = file(SOUND.replace("{\n    @Step(next", "{\n    String token;\n    @Step(next"));
        assertThat(text(checkOnly().compile(flow))).startsWith("3:12 warning [cairn:credential] artifact `token`");
        assertThat(text(checkOnly("-Acairn.strict=false").compile(flow))).startsWith("3:12 warning");
        assertThat(text(checkOnly("-Acairn.strict=true").compile(flow))).startsWith("3:12 error");
        assertThat(text(checkOnly("-Acairn.strict").compile(flow))).startsWith("3:12 error");
    }

    @Test
    void silencesWarningsOfAClassAndOfTheClassesInIt() {
        JavaFileObject flow = file("""
                @SuppressWarnings({"unused", "cairn:credential"})
                class Outer {
                    @Flow
                    static class Sample {
                        String token;
                        @Step(next = "end") void start() { token = ""; }
                        @Step void end() {}
                    }
                }
                """);
        assertThat(text(checkOnly("-Acairn.strict=true").compile(flow))).isEmpty();
    }

    @Test
    void doesNotSilenceErrors() {
        assertThat(problemsOf(SOUND.replace("@Flow", "@SuppressWarnings(\"cairn\") @Flow")
                        .replace("\"end\"", "\"ennd\"")))
                .startsWith("3:18 error [cairn:unknown-step]");
    }

    @Test
    void refusesOptionsThatDoNotExist() {
        assertThat(text(checkOnly("-Acairn.strikt=true", "-Aother.option=1").compile(file(SOUND))))
                .startsWith("""
                        error [cairn:option] there is no option `-Acairn.strikt`
                            fix:   the options of Cairn are `-Acairn.strict=true`, `-Acairn.lock=<file>` and `-Acairn.lock.write=compatible`.""");
        assertThat(text(checkOnly("-Acairn.strict=yes").compile(file(SOUND)))).isEqualTo("""
                        error [cairn:option] `-Acairn.strict` cannot be `yes`
                            fix:   write `true` or `false`.""");
    }

    @Test
    void waitsForTypesThatAnotherProcessorGenerates() {
        JavaFileObject flow =
                file(SOUND.replace("{\n    @Step(next", "{\n    List<Config> configs = List.of();\n    @Step(next"));
        Compilation compilation = CompiledAgainst.javac()
                .withProcessors(
                        new FlowProcessor(),
                        new SourceGenerator("com.acme.Config", "package com.acme; record Config(int size) {}"))
                .withOptions("-proc:only")
                .compile(flow);
        assertThat(text(compilation)).isEmpty();
        assertThat(generated(compilation)).contains("Config", "SampleRunner", "SampleCodecs");
    }

    @Test
    void leavesTypesThatNeverComeToTheCompiler() {
        JavaFileObject flow = file(SOUND.replace("{\n    @Step(next", "{\n    Config config;\n    @Step(next"));
        assertThat(text(checkOnly().compile(flow))).isEqualTo("""
                        3:5 error cannot find symbol
                          symbol:   class Config
                          location: class com.acme.Sample""");
    }

    private static List<String> generated(Compilation compilation) {
        return compilation.generatedSourceFiles().stream()
                .map(source -> source.getName().replaceFirst(".*/", "").replace(".java", ""))
                .toList();
    }

    private static TreeMap<String, String> contents(Compilation compilation) {
        TreeMap<String, String> contents = new TreeMap<>();
        compilation.generatedFiles().forEach(generated -> {
            try {
                contents.put(generated.getName(), generated.getCharContent(true).toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return contents;
    }
}
