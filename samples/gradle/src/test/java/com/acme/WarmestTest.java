package com.acme;

import static dev.cairn.testing.CairnAssertions.assertThat;

import com.acme.Warmest.Reading;
import com.acme.WarmestArtifacts.Name;
import com.acme.WarmestRun.Step;
import dev.cairn.testing.CairnTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@CairnTest
class WarmestTest {
    @Test
    void findsTheWarmestPlace(WarmestRunner.Builder runner) {
        WarmestRun run = runner.places(List.of("glacier", "sea")).run();

        assertThat(run).succeeded().ran(Step.MEASURE).hasTasks(2);
        assertThat(run.end()).hasArtifact(Name.WARMEST, new Reading("sea", 22)).logged("sea: 22.0 degrees");
    }
}
