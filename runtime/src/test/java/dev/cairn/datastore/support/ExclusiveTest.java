package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Example;
import dev.cairn.datastore.FlowIsRunningException;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExclusiveTest {
    private final Exclusive exclusive = new Exclusive(Set.of("Flow", "FormerFlow"), Duration.ofSeconds(30));

    @Test
    void concernsRunningRunsOfItsNames() {
        assertThat(exclusive.concerns(Example.run("Flow"))).isTrue();
        assertThat(exclusive.concerns(Example.run("FormerFlow"))).isTrue();
        assertThat(exclusive.concerns(Example.run("Other"))).isFalse();
        assertThat(exclusive.concerns(Example.run("Flow").finished(RunStatus.SUCCEEDED, Example.NOW, null, null)))
                .isFalse();
    }

    @Test
    void aRunDiedIfItGaveNoSignOfLifeForLonger() {
        RunRecord other = Example.run("Flow");

        assertThatCode(() -> exclusive.requireDied(
                        Example.run("Flow"), other, Example.NOW.plusSeconds(30).plusNanos(1)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> exclusive.requireDied(Example.run("Flow"), other, Example.NOW.plusSeconds(30)))
                .isInstanceOf(FlowIsRunningException.class)
                .hasMessage(new FlowIsRunningException("Flow", other).getMessage());
    }
}
