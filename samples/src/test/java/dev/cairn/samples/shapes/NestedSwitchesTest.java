package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestedSwitchesTest extends OnEachStore {
    @ParameterizedTest
    @CsvSource({"-3, ''", "7, 'small number'", "102, 'even and large number'", "101, 'odd and large number'"})
    void innerWaysRejoinBeforeOuterOnes(int number, String words) {
        NestedSwitchesRun run = NestedSwitchesRunner.builder()
                .number(number)
                .datastore(datastore)
                .run();

        assertThat(run.end().words()).isEqualTo(words);
    }
}
