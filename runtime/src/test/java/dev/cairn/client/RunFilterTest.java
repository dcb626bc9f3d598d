package dev.cairn.client;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.Codecs;
import dev.cairn.codec.Tree;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.Lease;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which runs are found. */
class RunFilterTest {
    private final FakeClock clock = new FakeClock();
    private final Datastore datastore = Datastore.inMemory();
    private final TestFlow<Flow> flow = flow("Training");
    private final Cairn cairn = Cairn.open(datastore, clock, flow);
    private final Cairn withoutCode = Cairn.open(datastore, clock);

    /** The flow class. */
    static final class Flow {
        double rate = 0.5;
        List<Integer> sizes = List.of(1, 2);

        @Nullable
        String mode;
    }

    private static TestFlow<Flow> flow(String name) {
        return TestFlow.of(name, Flow.class, Flow::new)
                .field(
                        ArtifactDefinition.parameter("rate", "double", Codecs.DOUBLE),
                        each -> each.rate,
                        (each, value) -> each.rate = value)
                .field(
                        ArtifactDefinition.parameter("sizes", "List<Integer>", Codecs.list(Codecs.BOXED_INT)),
                        each -> each.sizes,
                        (each, value) -> each.sizes = value)
                .field(
                        ArtifactDefinition.parameter("mode", "String", Codecs.STRING),
                        each -> each.mode,
                        (each, value) -> each.mode = value)
                .step(end("start"), (each, task) -> {
                    if (each.rate < 0) {
                        throw new IllegalArgumentException("negative");
                    }
                })
                .build();
    }

    private String run(double rate, List<Integer> sizes, @Nullable String mode, String... tags) {
        String[] id = new String[1];
        TestRun<Flow> run = TestRun.of(flow)
                .datastore(datastore)
                .clock(clock)
                .parameter("rate", rate)
                .parameter("sizes", sizes)
                .parameter("mode", mode)
                .onStart(started -> id[0] = started.id().toString());
        List.of(tags).forEach(run::tag);
        try {
            run.run();
        } catch (FlowFailedException e) {
            assertThat(rate).isNegative();
        }
        clock.advance(Duration.ofHours(1));
        return id[0];
    }

    private static List<String> ids(Stream<Run> runs) {
        try (runs) {
            return runs.map(Run::id).toList();
        }
    }

    @Test
    void statusTimeAndTagsAreConditionsThatAllHaveToBeMet() {
        Instant start = clock.instant();
        String first = run(0.5, List.of(), null, "nightly");
        String second = run(-1, List.of(), null, "nightly");
        String third = run(0.5, List.of(), null);
        FlowRuns runs = cairn.flow("Training");

        assertThat(ids(runs.status(RunStatus.FAILED).stream())).containsExactly(second);
        assertThat(ids(runs.status(RunStatus.SUCCEEDED).stream())).containsExactly(third, first);
        assertThat(ids(runs.startedFrom(start.plus(Duration.ofHours(1))).stream()))
                .containsExactly(third, second);
        assertThat(ids(runs.startedBefore(start.plus(Duration.ofHours(1))).stream()))
                .containsExactly(first);
        assertThat(ids(runs.tag("nightly").startedFrom(start.plusNanos(1)).stream()))
                .containsExactly(second);
        assertThat(ids(cairn.runs(RunFilter.all().status(RunStatus.FAILED).tag("nightly"))))
                .containsExactly(second);
        assertThat(runs.tag("nightly")
                        .startedBefore(start.plusSeconds(1))
                        .latest()
                        .id())
                .isEqualTo(first);
        assertThat(ids(runs.matching(RunFilter.all().startedBefore(start)).stream()))
                .isEmpty();
    }

    @Test
    void parametersAreComparedByValue() {
        String one = run(0.5, List.of(1, 2), "fast");
        String other = run(0.25, List.of(2, 1), null);
        FlowRuns runs = cairn.flow("Training");

        assertThat(ids(runs.parameter("rate", 0.5).stream())).containsExactly(one);
        assertThat(ids(runs.parameter("sizes", List.of(2, 1)).stream())).containsExactly(other);
        assertThat(ids(runs.parameter("sizes", List.of(1)).stream())).isEmpty();
        assertThat(ids(runs.parameter("mode", "fast").stream())).containsExactly(one);
        assertThat(ids(runs.parameter("mode", null).stream())).containsExactly(other);
        assertThat(ids(runs.parameter("rate", 0.5).parameter("mode", "slow").stream()))
                .isEmpty();
        assertThat(ids(runs.parameter("momentum", 1).stream())).isEmpty();
        assertThat(ids(runs.parameter("_graph_info", 1).stream())).isEmpty();
    }

    @Test
    void withoutCodeNumbersOfOtherTypesAndTreesAreTheSameValue() {
        String one = run(2, List.of(1, 2), "fast");

        FlowRuns runs = withoutCode.flow("Training");
        assertThat(ids(runs.parameter("rate", 2).stream())).containsExactly(one);
        assertThat(ids(runs.parameter("sizes", new int[] {1, 2}).stream())).containsExactly(one);
        assertThat(ids(runs.parameter("sizes", Tree.of(List.of(1, 2))).stream()))
                .containsExactly(one);
        assertThat(ids(runs.parameter("mode", Tree.of("fast")).stream())).containsExactly(one);
        assertThat(ids(withoutCode.runs(RunFilter.all().parameter("rate", 2.5))))
                .isEmpty();
    }

    @Test
    void valueOfAnotherTypeIsRefused() {
        run(0.5, List.of(), null);

        assertThatThrownBy(() -> ids(cairn.flow("Training").parameter("rate", "much").stream()))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameter `rate` has type `double`, so it cannot be a java.lang.String");
    }

    @Test
    void runWhoseProcessDiedIsNotFoundAsRunning() {
        RunRecord record = Example.run("Flow");
        datastore.runs().create(record);
        Cairn then = Cairn.open(datastore, Clock.fixed(Example.NOW, ZoneOffset.UTC));
        Cairn later = Cairn.open(
                datastore, Clock.fixed(Example.NOW.plus(Lease.DURATION).plusSeconds(1), ZoneOffset.UTC));

        assertThat(ids(then.flow("Flow").status(RunStatus.RUNNING).stream()))
                .containsExactly(record.id().toString());
        assertThat(ids(then.flow("Flow").status(RunStatus.DIED).stream())).isEmpty();
        assertThat(ids(later.flow("Flow").status(RunStatus.RUNNING).stream())).isEmpty();
        assertThat(ids(later.flow("Flow").status(RunStatus.DIED).stream()))
                .containsExactly(record.id().toString());
    }

    @Test
    void idsMayBeCutAndAmbiguousOnesNameTheCandidates() {
        String one = run(0.5, List.of(), null);
        String other = run(0.5, List.of(), null);

        assertThat(cairn.runById(one.substring(one.length() - 8)).id()).isEqualTo(one);
        assertThat(cairn.runById(other).id()).isEqualTo(other);
        assertThat(cairn.runById("latest").id()).isEqualTo(other);
        assertThatThrownBy(() -> cairn.runById("2026"))
                .isExactlyInstanceOf(NoSuchRunException.class)
                .hasMessage("`2026` matches several runs: Training/" + other + ", Training/" + one
                        + ". Write more of the id.");
        assertThatThrownBy(() -> cairn.runById("1999"))
                .isExactlyInstanceOf(NoSuchRunException.class)
                .hasMessage("there is no run `1999` in " + datastore.url() + ".");
    }
}
