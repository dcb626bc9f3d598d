package dev.cairn.datastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the attributes of a run mean, and what they cannot be. */
class RunAttributesTest {
    private static final RunId ID = new RunId("20261123T211357042-k3f9x2dq");

    private static RunRecord run(String name, String value) {
        return RunRecord.builder(ID, "Until", "com.acme.Until", Instant.EPOCH)
                .attributes(Map.of(name, value))
                .build();
    }

    @Test
    void limitsOfIterationsAreNumbers() {
        assertThat(RunAttributes.maxIterations(run("maxIterations.check", "7"))).containsExactly(Map.entry("check", 7));
        assertThat(RunAttributes.maxIterations(run("startedBy", "Outer/" + ID + "/work")))
                .isEmpty();
    }

    /** An older version may have stored it, or somebody who means harm. */
    @Test
    void whatIsNotANumberIsRefused() {
        assertThatThrownBy(() -> RunAttributes.maxIterations(run("maxIterations.check", "abc")))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the record of run Until/20261123T211357042-k3f9x2dq is wrong: its attribute"
                        + " `maxIterations.check` must be a number of at least 1, for a step, but is `abc`. Run the flow"
                        + " again, or resume the run.");
        assertThatThrownBy(() -> RunAttributes.maxIterations(run("maxIterations.", "1")))
                .isInstanceOf(DatastoreException.class)
                .hasMessageContaining(
                        "its attribute `maxIterations.` must be a number of at least 1, for a step, but is `1`");
    }

    @Test
    void pathsAndUnknownAttributesCanBeStored() {
        assertThat(RunAttributes.problem("startedBy", "Outer/" + ID + "/work/3#1"))
                .isEmpty();
        assertThat(RunAttributes.problem("startedBy", "work"))
                .contains("its attribute `startedBy` must be the path of a task, but is `work`");
        assertThat(RunAttributes.problem("somethingElse", "anything")).isEmpty();
    }
}
