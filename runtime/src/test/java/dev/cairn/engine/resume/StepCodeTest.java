package dev.cairn.engine.resume;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a run stores of the code of a step. */
class StepCodeTest {
    @Test
    void isReadAsItWasWritten() {
        for (StepCode code : new StepCode[] {
            new StepCode("1:61:5f2c", "", null),
            new StepCode("1:61:5f2c", "", "failure"),
            new StepCode("", "", null),
            new StepCode("a @Catch b", "", "c"),
            new StepCode("a @Catch b", "", null),
            new StepCode("1:61:5f2c", "2", null),
            new StepCode("1:61:5f2c", "a @Version b @Catch c", "failure")
        }) {
            assertThat(StepCode.parse(code.text())).isEqualTo(code);
        }
        assertThat(new StepCode("1:61:5f2c", "", "failure").text()).isEqualTo("1:61:5f2c @Catch failure");
        assertThat(new StepCode("1:61:5f2c", "2", null).text()).isEqualTo("1:61:5f2c @Version 2 @Catch ");
    }
}
