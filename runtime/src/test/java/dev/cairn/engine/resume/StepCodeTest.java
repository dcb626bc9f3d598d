package dev.cairn.engine.resume;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a run stores of the code of a step. */
class StepCodeTest {
    @Test
    void isReadAsItWasWritten() {
        for (StepCode code : new StepCode[] {
            new StepCode("class 5f2c", null),
            new StepCode("class 5f2c", "failure"),
            new StepCode("", null),
            new StepCode("a @Catch b", "c"),
            new StepCode("a @Catch b", null)
        }) {
            assertThat(StepCode.parse(code.text())).isEqualTo(code);
        }
        assertThat(new StepCode("class 5f2c", "failure").text()).isEqualTo("class 5f2c @Catch failure");
    }

    @Test
    void aClassFileIsTheSameWhileItsBytesAre() {
        assertThat(ClassFile.digest(StepCodeTest.class)).isEqualTo(ClassFile.digest(StepCodeTest.class));
        assertThat(ClassFile.digest(StepCodeTest.class)).isNotEqualTo(ClassFile.digest(OriginTasksTest.class));
        assertThat(ClassFile.digest(StepCodeTest.class).orElseThrow()).matches("class [0-9a-f]{64}");
        assertThat(ClassFile.digest(int[].class)).isEmpty();
    }
}
