package dev.cairn.client;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.UnreadableArtifactException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A flow whose name, and whose artifacts' names, were others when its older runs ran. */
class RenamedFlowTest {
    private final Datastore datastore = Datastore.inMemory();

    private static TestFlow<Numbers> flow(String name, String... formerNames) {
        return Numbers.flow(name)
                .formerNames(formerNames)
                .step(linear("start", "end"), (flow, task) -> flow.value = 7)
                .step(end("end"), (flow, task) -> {})
                .build();
    }

    private final Run oldest =
            TestRun.of(flow("Sum")).datastore(datastore).tag("nightly").run();
    private final Run older = TestRun.of(flow("Sums")).datastore(datastore).run();
    private final TestFlow<Numbers> today = flow("Totals", "Sums", "Sum");
    private final Run newest =
            TestRun.of(today).datastore(datastore).tag("nightly").run();
    private final Run stranger = TestRun.of(flow("Other")).datastore(datastore).run();

    private static List<String> ids(FlowRuns runs) {
        List<String> ids = new ArrayList<>();
        try (Stream<Run> stream = runs.stream()) {
            stream.forEach(run -> ids.add(run.id()));
        }
        return ids;
    }

    @Test
    void findsTheRunsOfAllItsNamesNewestFirst() {
        FlowRuns runs = FlowRuns.of(today, datastore);

        assertThat(ids(runs)).containsExactly(newest.id(), older.id(), oldest.id());
        assertThat(ids(runs.tag("nightly"))).containsExactly(newest.id(), oldest.id());
        assertThat(runs.run(older.id()).pathspec()).isEqualTo("Sums/" + older.id());
        assertThat(runs.run(older.id()).step("end").task().artifact("value").value())
                .isEqualTo(7L);
        assertThatThrownBy(() -> runs.run(stranger.id()))
                .isInstanceOf(NoSuchRunException.class)
                .hasMessage("there is no run Totals/" + stranger.id() + " in memory:. The newest runs of"
                        + " flow `Totals`: "
                        + newest.id() + ", " + older.id() + ", " + oldest.id() + ".");
    }

    @Test
    void theLatestMayBeOneOfAFormerName() {
        TestFlow<Numbers> renamedAgain = flow("Grand", "Totals", "Sums");

        assertThat(FlowRuns.of(renamedAgain, datastore).latest().id()).isEqualTo(newest.id());
        assertThat(FlowRuns.of(renamedAgain, datastore).latestSuccessful().id()).isEqualTo(newest.id());
        assertThat(FlowRuns.of(flow("Fresh"), datastore).stream()).isEmpty();
    }

    @Test
    void theCodeOfTodayReadsThemUnderTheirOldNamesToo() {
        Cairn cairn = Cairn.open(datastore, today);

        assertThat(cairn.run("Sum/" + oldest.id())
                        .step("end")
                        .task()
                        .artifact("value")
                        .value())
                .isEqualTo(7L);
        assertThat(cairn.run("Totals/" + oldest.id()).id()).isEqualTo(oldest.id());
        assertThat(ids(cairn.flow("Sums"))).containsExactly(older.id());
    }

    @Test
    void theNameOfAnotherFlowOfTodayIsThatFlow() {
        Cairn cairn = Cairn.open(datastore, today, flow("Sums"));

        assertThat(cairn.run(older.pathspec())
                        .step("end")
                        .task()
                        .artifact("value")
                        .value())
                .isEqualTo(7L);
    }

    private static TestFlow<Numbers> renamed(String... formerNames) {
        ArtifactDefinition total =
                ArtifactDefinition.artifact("total", "long", Codecs.LONG).formerNames(formerNames);
        return TestFlow.of("Totals", Numbers.class, Numbers::new)
                .field(total, flow -> flow.value, (flow, value) -> flow.value = value)
                .step(linear("start", "end"), (flow, task) -> flow.value = 7)
                .step(end("end"), (flow, task) -> {})
                .build();
    }

    @Test
    void anArtifactIsFoundByAFormerNameUnlessTwoOfItsNamesWereStored() {
        assertThat(FlowRuns.of(renamed("sum", "value"), datastore)
                        .latest()
                        .step("end")
                        .task()
                        .artifact("total")
                        .value())
                .isEqualTo(7L);
        Task twice = FlowRuns.of(renamed("value", "count"), datastore)
                .latest()
                .step("end")
                .task();
        assertThatThrownBy(() -> twice.artifact("total"))
                .isInstanceOf(UnreadableArtifactException.class)
                .hasMessage("artifact `total` cannot be read: `value` and `count` are both stored, and @FormerNames"
                        + " does not say which of them it is; remove the"
                        + " former name that meant something else");
    }

    @Test
    void twoArtifactsThatClaimOneNameAreRefused() {
        ArtifactDefinition total =
                ArtifactDefinition.artifact("total", "long", Codecs.LONG).formerNames("value");
        assertThatThrownBy(() -> Numbers.flow("Totals")
                        .field(total, flow -> flow.value, (flow, value) -> flow.value = value)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("artifacts `value` and `total` of flow Totals both have the name `value`");
    }
}
