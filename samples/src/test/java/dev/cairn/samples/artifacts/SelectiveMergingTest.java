package dev.cairn.samples.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.samples.artifacts.SelectiveMergingArtifacts.Name;
import org.junit.jupiter.api.Test;

class SelectiveMergingTest {
    private final SelectiveMergingRun run =
            SelectiveMergingRunner.builder().datastore(Datastore.inMemory()).run();

    @Test
    void onlyMergesWhatItNames() {
        assertThat(run.joinOnly().resultA()).isEqualTo("from A");
        assertThat(run.joinOnly().resultB()).isEqualTo("from B");
        assertThat(run.joinOnly().has(Name.TEMPORARY_DATA)).isFalse();
    }

    @Test
    void exceptMergesAllElse() {
        assertThat(run.branchC().temporaryData()).isEqualTo("scribbled by C");
        assertThat(run.joinExcept().resultA()).isEqualTo("from A");
        assertThat(run.joinExcept().resultB()).isEqualTo("from B");
        assertThat(run.end().has(Name.TEMPORARY_DATA)).isFalse();
    }
}
