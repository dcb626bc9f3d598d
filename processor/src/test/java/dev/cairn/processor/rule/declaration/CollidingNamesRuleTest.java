package dev.cairn.processor.rule.declaration;

import static dev.cairn.processor.FlowCompilation.problems;
import static dev.cairn.processor.FlowCompilation.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link CollidingNamesRule}: {@code [cairn:colliding-names]}. */
class CollidingNamesRuleTest {
    @Test
    void artifactsWhoseConstantsAreTheSame() {
        assertThat(problems("""
                        int bestScore;
                        int best_score;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:5 error [cairn:colliding-names] `BEST_SCORE` would be the name of both the constant of artifact `bestScore` and the constant of artifact `best_score`
                            fix:   rename one of the two.""");
    }

    @Test
    void stepsThatDifferInCaseOnly() {
        assertThat(problems("""
                        @Step(next = "splitup") void start() {}
                        @Step(next = "splitUp") void splitup() {}
                        @Step(next = "end") void splitUp() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:26 error [cairn:colliding-names] the names of the view of step `splitup` and of the view of step `splitUp`, `Splitup` and `SplitUp`, differ only in case
                            fix:   rename one of the two.""");
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
    void aClassOfThePackage() {
        assertThat(problemsOf("""
                        @Flow
                        class Sample {
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        }
                        class SampleRunner {}
                        class samplerun {}
                        """)).isEqualTo("""
                        2:1 error [cairn:colliding-names] flow `Sample` needs the name `SampleRunner` for a generated class, but its package has `SampleRunner` already
                            fix:   rename that class, or the flow.
                        2:1 error [cairn:colliding-names] flow `Sample` needs the name `SampleRun` for a generated class, but its package has `samplerun` already
                            fix:   rename that class, or the flow.""");
    }

    @Test
    void acceptsNamesThatOnlyLookAlike() {
        assertThat(problemsOf("""
                        @Flow
                        class Sample {
                        int bestScore;
                        int bestScores;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        }
                        class SampleRunners {}
                        """)).isEmpty();
    }
}
