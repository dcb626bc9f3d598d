package dev.cairn.runtime.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StepDefinitionTest {
    @Test
    void casesThatAreGivenTogetherAreThoseThatAreGivenOneByOne() {
        Transition together = StepDefinition.switchOn("choose", "kind")
                .when("1", "one", "2", "two", "3", "three")
                .transition();

        assertThat(together)
                .isEqualTo(StepDefinition.switchOn("choose", "kind")
                        .when("1", "one")
                        .when("2", "two")
                        .when("3", "three")
                        .transition());
        assertThat(((Transition.Switch) together).cases())
                .containsExactly(Map.entry("1", "one"), Map.entry("2", "two"), Map.entry("3", "three"));
    }
}
