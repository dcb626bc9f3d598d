package dev.cairn.samples.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.samples.artifacts.BestPracticesArtifacts.Name;
import org.junit.jupiter.api.Test;

class BestPracticesTest {
    private final BestPracticesRun run = BestPracticesRunner.builder()
            .datastore(Datastore.inMemory())
            .accessToken("hunter2")
            .run();

    @Test
    void resultsOnTheWayAreKept() {
        assertThat(run.start().cleanedTemperatures()).containsExactly(21.5, 19.5, 22.0);
        assertThat(run.end().meanTemperature()).isEqualTo(21);
    }

    @Test
    void whatIsLargeIsAFileOfTheRun() {
        assertThat(run.end().rawDataKey()).isEqualTo("raw_temperatures");
        assertThat(run.run().files().keys()).containsExactly("raw_temperatures");
    }

    @Test
    void credentialsAreNotStored() {
        assertThat(Name.values())
                .extracting(Name::toString)
                .containsExactly("cleanedTemperatures", "rawDataKey", "meanTemperature");
        assertThat(run.run().secretParameters()).containsExactly("accessToken");
    }
}
