package dev.cairn.processor.name;

import static dev.cairn.processor.FlowCompilation.problems;
import static dev.cairn.processor.FlowCompilation.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that cannot work in generated code: each gets one message, at the name. */
class RefusedNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "clone",
                "finalize",
                "getClass",
                "hashCode",
                "notify",
                "notifyAll",
                "toString",
                "wait",
                "all",
                "id",
                "iterator",
                "latest",
                "run",
                "size",
                "spliterator",
                "stream",
                "successful",
                "tasks"
            })
    void aStep(String name) {
        // with an argument, so that it is no method of Object
        assertThat(problems("""
                        @Step(next = "%1$s") void start() {}
                        @Step(next = "end") void %1$s(TaskContext task) {}
                        @Step void end() {}
                        """.formatted(name))).isEqualTo("""
                        2:26 error [cairn:reserved-name] `%s` is a reserved name, so no step can have it
                            fix:   choose another name.""".formatted(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clone",
                "finalize",
                "getClass",
                "hashCode",
                "notify",
                "notifyAll",
                "toString",
                "wait",
                "builder",
                "equals",
                "task"
            })
    void anArtifact(String name) {
        assertThat(problems("""
                        int %s;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """.formatted(name))).isEqualTo("""
                        1:5 error [cairn:reserved-name] `%s` is a reserved name, so no artifact can have it
                            fix:   choose another name.""".formatted(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "captureOutput",
                "datastore",
                "engine",
                "exclusive",
                "fingerprintPackage",
                "flowFactory",
                "forceResume",
                "isolation",
                "keepGoing",
                "listener",
                "maxIterations",
                "maxWorkers",
                "outputListener",
                "resume",
                "resumeAsync",
                "resumeFrom",
                "retryCaught",
                "runAsync",
                "tag",
                "virtualThreads"
            })
    void aParameter(String name) {
        assertThat(problems("""
                        @Parameter int %s = 1;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """.formatted(name))).isEqualTo("""
                        1:16 error [cairn:reserved-name] `%s` is a reserved name, so no parameter can have it
                            fix:   choose another name.""".formatted(name));
    }

    @Test
    void aStepNamedAsTheEnumOfTheArtifacts() {
        assertThat(problems("""
                        @Step(next = "name") void start() {}
                        @Step(next = "end") void name() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:26 error [cairn:colliding-names] `Name` would be the name of both the enum of the artifacts and the view of step `name`
                            fix:   rename one of the two.""");
    }

    @Test
    void aStepNamedAsTheInputsOfAJoin() {
        assertThat(problems("""
                        @Step(next = {"a", "joinInputs"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void joinInputs() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        4:26 error [cairn:colliding-names] `JoinInputs` would be the name of both the view of step `joinInputs` and the inputs of step `join`
                            fix:   rename one of the two.""");
    }

    @Test
    void stepsThatDifferInCaseOnly() {
        assertThat(problems("""
                        @Step(next = "train") void start() {}
                        @Step(next = "tRain") void train() {}
                        @Step(next = "end") void tRain() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:26 error [cairn:colliding-names] the names of the view of step `train` and of the view of step `tRain`, `Train` and `TRain`, differ only in case
                            fix:   rename one of the two.""");
    }

    @Test
    void artifactsWhoseConstantsAreTheSame() {
        assertThat(problems("""
                        int resultA;
                        int result_a;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:5 error [cairn:colliding-names] `RESULT_A` would be the name of both the constant of artifact `resultA` and the constant of artifact `result_a`
                            fix:   rename one of the two.""");
    }

    @Test
    void aFlowBesideAClassThatIsNamedAsWhatIsGenerated() {
        assertThat(problemsOf("""
                        @Flow
                        class Foo {
                            @Step(next = "end") void start() {}
                            @Step void end() {}
                        }
                        class FooRunner {}
                        """)).isEqualTo("""
                        2:1 error [cairn:colliding-names] flow `Foo` needs the name `FooRunner` for a generated class, but its package has `FooRunner` already
                            fix:   rename that class, or the flow.""");
    }

    @Test
    void twoFlowsForWhichTheSameIsGenerated() {
        assertThat(problemsOf("""
                        class Outer {
                            @Flow
                            static class Foo {
                                @Step(next = "end") void start() {}
                                @Step void end() {}
                            }
                        }
                        @Flow
                        class Outer_Foo {
                            @Step(next = "end") void start() {}
                            @Step void end() {}
                        }
                        """)).isEqualTo("""
                        9:1 error [cairn:colliding-names] the classes generated for flow `Outer_Foo` would have the same names as those of flow `Outer.Foo`
                            fix:   rename one of the two.""");
    }

    @Test
    void twoFlowsThatDifferInCaseOnly() {
        assertThat(problemsOf("""
                        @Flow
                        class Foo {
                            @Step(next = "end") void start() {}
                            @Step void end() {}
                        }
                        @Flow
                        class FOO {
                            @Step(next = "end") void start() {}
                            @Step void end() {}
                        }
                        """)).isEqualTo("""
                        7:1 error [cairn:colliding-names] the classes generated for flow `FOO` would differ only in case from those of flow `Foo`
                            fix:   rename one of the two.""");
    }
}
