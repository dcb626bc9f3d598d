package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.NoSuchTaskException;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.SwitchException;
import dev.cairn.samples.shapes.EverySwitchArtifacts.Name;
import dev.cairn.samples.shapes.EverySwitchRun.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EverySwitchTest extends OnEachStore {
    @ParameterizedTest
    @CsvSource({
        "1, FR, 'letter plane arrive'",
        "3, FR, 'parcel plane arrive'",
        "11, DE, 'parcel train arrive customs'",
        "1, Côte d'Ivoire, 'letter plane arrive'",
        "1, fr, 'letter plane arrive customs'",
        "199, '', 'parcel train arrive customs refuse'"
    })
    void takesOneWayAtEachSwitch(int weight, String country, String way) {
        assertThat(String.join(" ", run(weight, country).end().way())).isEqualTo(way);
    }

    @Test
    void whatIsOnOtherWaysDidNotRun() {
        EverySwitchRun run = run(3, "FR");

        assertThat(run.ran(Step.PARCEL)).isTrue();
        assertThat(run.ran(Step.LETTER)).isFalse();
        assertThat(run.start().size()).isEqualTo(EverySwitch.Size.LARGE);
        assertThatThrownBy(run::letter)
                .isInstanceOf(NoSuchTaskException.class)
                .hasMessage("step `letter` has no finished task in run EverySwitch/" + run.id()
                        + ". If it may not have run, check ran(..) first.");
    }

    @Test
    void aNullFailsTheTask() {
        FlowFailedException failure = failure(-1, "FR");

        assertThat(failure.taskPath()).isEqualTo("EverySwitch/" + failure.runId() + "/start");
        assertThat(failure.getCause())
                .isInstanceOf(SwitchException.class)
                .hasMessage("step `start` switches on `size`, which is null, but its cases are `SMALL` and `LARGE`."
                        + " Assign a value to it.");
    }

    @Test
    void aValueThatNoCaseHasFailsTheTask() {
        FlowFailedException failure = failure(200, "FR");

        assertThat(failure.getCause())
                .hasMessage("step `deliver` switches on `zone`, which is `2`, but its cases are `-1`, `0` and `1`."
                        + " Add a case for it, or `otherwise`.");
        EverySwitchRun run = EverySwitchRun.of(failure.runId(), datastore);
        assertThat(run.ran(Step.ARRIVE)).isTrue();
        assertThat(run.ran(Step.DELIVER)).isFalse();
        assertThat(run.arrive().has(Name.ZONE)).isFalse();
    }

    private EverySwitchRun run(int weight, String country) {
        return EverySwitchRunner.builder()
                .weight(weight)
                .country(country)
                .datastore(datastore)
                .run();
    }

    private FlowFailedException failure(int weight, String country) {
        return catchThrowableOfType(FlowFailedException.class, () -> run(weight, country));
    }
}
