package dev.cairn.processor.rule.type;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link ArtifactFieldRule}: {@code [cairn:artifact-field]}. */
class ArtifactFieldRuleTest {
    @Test
    void aPrivateArtifact() {
        assertThat(problems("""
                        private int size;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:13 error [cairn:artifact-field] artifact `size` is private
                            fix:   remove `private`; if it must not be stored, make it transient or start its name with an underscore.""");
    }

    @Test
    void aPrivateParameter() {
        assertThat(problems("""
                        @Parameter private int size;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:24 error [cairn:artifact-field] parameter `size` is private
                            fix:   remove `private`; if it must not be stored, make it transient or start its name with an underscore.""");
    }

    @Test
    void aFinalParameter() {
        assertThat(problems("""
                        @Parameter final int size = 3;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:22 error [cairn:artifact-field] parameter `size` is final
                            fix:   remove `final`: each run sets the parameter.""");
    }

    @Test
    void acceptsAConstantAndWhatIsNotStored() {
        assertThat(problems("""
                        final int size = 3;
                        private static int count;
                        private transient int scratch;
                        private int _more;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void aFinalArtifactThatNothingAssigns() {
        assertThat(problems("""
                        final int size;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        1:11 error [cairn:artifact-field] artifact `size` is final, but has no initialiser
                            fix:   give it one, or remove `final` and assign it in a step.""");
    }

    @Test
    void acceptsAConstantThatTheConstructorAssigns() {
        assertThat(problems("""
                        final int size;
                        Sample() { size = 3; }
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
