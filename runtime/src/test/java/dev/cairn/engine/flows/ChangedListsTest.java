package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.engine.OneByOneEngine;
import dev.cairn.client.Run;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.maintenance.GarbageCollection;
import dev.cairn.maintenance.RetentionPolicy;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.Items;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs that go on where others ended, with another list: what was done for its elements is reused. */
class ChangedListsTest extends OnEachStore {
    /** A run over 3, 4 and 5 that failed in its last step. */
    private Trainings failed(String[] origin) {
        Trainings flow = new Trainings(datastore).failing("end");
        origin[0] = flow.run();
        return flow.mended();
    }

    private Run resumed(Trainings flow, String origin, Integer... rates) {
        Run run = flow.parameter("rates", List.of(rates)).resume(origin);
        String straight =
                new Trainings(datastore).parameter("rates", List.of(rates)).run();
        assertThat(RecordText.of(datastore, run.id())).isEqualTo(RecordText.of(datastore, straight));
        return run;
    }

    @Test
    void saysWhatItReusesOnceTheListIsKnown() {
        String[] origin = new String[1];
        Trainings flow = failed(origin);

        resumed(flow, origin[0], 5, 9, 3);

        assertThat(flow.lines())
                .containsExactly(
                        "start: runs again: parameter `rates` changed",
                        "train: decided for each element when `start` has run",
                        "join: runs again: a step before it runs",
                        "score: runs again: a step before it runs",
                        "end: runs again: a step before it runs",
                        "train: 2 of 3 tasks reused, 1 runs: new element");
    }

    @Test
    void aTaskIsTakenToItsNewPlaceAndSaysWhereItWas() {
        String[] origin = new String[1];
        Trainings flow = failed(origin);

        Run run = resumed(flow, origin[0], 5, 9, 3);

        assertThat(flow.executed()).containsExactly("start", "train/1", "join", "score", "end");
        assertThat(run.task("train/0").origin()).contains("Trainings/" + origin[0] + "/train/2");
        assertThat(run.task("train/2").origin()).contains("Trainings/" + origin[0] + "/train/0");
        assertThat(run.task("train/0").artifact("result").value()).isEqualTo(50L);
    }

    @Test
    void aJoinRunsAgainWhereTheListShrank() {
        String[] origin = new String[1];
        Trainings flow = failed(origin);

        resumed(flow, origin[0], 3, 5);

        assertThat(flow.executed()).containsExactly("start", "join", "score", "end");
    }

    @Test
    void anEmptyListHasNothingToReuse() {
        String[] origin = new String[1];
        Trainings flow = failed(origin);

        resumed(flow, origin[0]);

        assertThat(flow.executed()).containsExactly("start", "join", "score", "end");
    }

    @Test
    void ofEqualElementsTheFirstIsTheFirst() {
        Trainings flow =
                new Trainings(datastore).parameter("rates", List.of(3, 3, 4)).failing("train/1");
        String origin = flow.run();
        flow.mended();

        Run run = resumed(flow, origin, 3, 4, 3, 3);

        assertThat(flow.executed()).containsExactly("start", "train/1", "train/2", "train/3", "join", "score", "end");
        assertThat(run.task("train/0").origin()).contains("Trainings/" + origin + "/train/0");
    }

    @Test
    void whatFailsThenIsNoReasonToDoTheRestAgain() {
        String[] origin = new String[1];
        Trainings flow = failed(origin);
        flow.failing("train/0").parameter("rates", List.of(9, 3, 4, 5));
        String failed = resumeAndFail(flow, origin[0]);

        Run run = flow.mended().resume(failed);

        assertThat(flow.executed()).containsExactly("train/0", "join", "score", "end");
        assertThat(run.task("train/3").origin()).contains("Trainings/" + origin[0] + "/train/2");
    }

    private String resumeAndFail(Trainings flow, String origin) {
        List<String> id = new ArrayList<>();
        try {
            flow.builder().onStart(run -> id.add(run.id().toString())).resume(origin);
        } catch (FlowFailedException e) {
            // wanted
        }
        return id.get(0);
    }

    @Test
    void whatIsAskedForAndAllThatFollowsRunsAgain() {
        String[] origin = new String[1];
        Trainings flow = failed(origin);
        flow.from = "start";

        flow.resume(origin[0]);

        assertThat(flow.executed()).containsExactly("start", "train/0", "train/1", "train/2", "join", "score", "end");
        assertThat(flow.lines().get(1)).isEqualTo("train: runs again: a step before it runs");
    }

    @Test
    void aStepThatReadsItsPositionRunsAgainWhereThatChanged() {
        Trainings flow = new Trainings(datastore).failing("end");
        flow.readsIndex = true;
        String origin = flow.run();

        resumed(flow.mended(), origin, 3, 9, 4, 5);

        assertThat(flow.executed()).containsExactly("start", "train/1", "train/2", "train/3", "join", "score", "end");
        assertThat(flow.lines())
                .contains("train: 1 of 4 tasks reused, 3 run: new or moved element, and its position is read");
    }

    @Test
    void aStepThatReadsTheStackRunsAgainWhereTheNumberOfElementsChanged() {
        Trainings flow = new Trainings(datastore).failing("end");
        flow.readsStack = true;
        String origin = flow.run();
        flow.mended();

        resumed(flow, origin, 3, 4, 9);
        assertThat(flow.executed()).containsExactly("start", "train/2", "join", "score", "end");

        resumed(flow, origin, 3, 4, 5, 6);
        assertThat(flow.executed()).contains("train/0", "train/1", "train/2", "train/3");
        assertThat(flow.lines()).contains("train: runs again: another number of elements, which a `TaskContext` shows");
    }

    @Test
    void theCodeOfABranchStillCounts() {
        String[] origin = new String[1];
        Trainings flow = failed(origin);

        resumed(flow.code("train", "2"), origin[0], 3, 4);

        assertThat(flow.executed()).contains("train/0", "train/1");
    }

    @Test
    void otherEnginesReuseElementsToo() {
        String[] origin = new String[1];
        Trainings flow = failed(origin).parameter("rates", List.of(5, 9, 3));

        Run run = flow.builder().engine(new OneByOneEngine(7)).resume(origin[0]);

        assertThat(Trainings.ownTasks(run)).containsExactly("start", "train/1", "join", "score", "end");
    }

    /** A flow class with a map. */
    static final class Prices {
        Map<String, Integer> prices = new LinkedHashMap<>();
        long value;
    }

    private TestRun<Prices> prices(Map<String, Integer> prices, List<String> executed, Runnable first, boolean fails) {
        TestFlow<Prices> flow = TestFlow.of("Prices", Prices.class, Prices::new)
                .field(
                        ArtifactDefinition.parameter(
                                "prices", "Map<String, Integer>", Codecs.map(Codecs.STRING, Codecs.BOXED_INT)),
                        each -> each.prices,
                        (each, value) -> each.prices = value)
                .artifact("value", "long", Codecs.LONG, each -> each.value, (each, value) -> each.value = value)
                .step(
                        foreach("start", "join", "prices", Items.map(Codecs.STRING, Codecs.BOXED_INT), "work")
                                .access(Access.nothing()),
                        (each, task) -> first.run())
                .step(linear("work", "join").access(Access.nothing().mustAssign("value")), (each, task) -> {
                    Map.Entry<String, Integer> entry = task.item("prices");
                    executed.add(entry.getKey());
                    each.value = entry.getValue();
                })
                .step(linear("join", "end").join().access(Access.nothing()), (each, task) -> {})
                .step(end("end").access(Access.nothing()), (each, task) -> {
                    if (fails) {
                        throw new IllegalStateException("fails");
                    }
                })
                .build();
        return TestRun.of(flow)
                .datastore(datastore)
                .maxWorkers(1)
                .outputListener((path, line) -> {})
                .parameter("prices", prices)
                .code(Map.of("start", "1", "work", "1", "join", "1", "end", "1"));
    }

    private String failedPrices() {
        List<String> id = new ArrayList<>();
        try {
            prices(Map.of("fig", 1, "kiwi", 2, "plum", 3), new ArrayList<>(), () -> {}, true)
                    .onStart(run -> id.add(run.id().toString()))
                    .run();
        } catch (FlowFailedException e) {
            // wanted
        }
        return id.get(0);
    }

    @Test
    void theElementsOfAMapAreItsEntries() {
        String origin = failedPrices();
        List<String> executed = new ArrayList<>();

        prices(Map.of("apple", 9, "fig", 1, "kiwi", 4, "plum", 3), executed, () -> {}, false)
                .resume(origin);

        assertThat(executed).containsExactlyInAnyOrder("apple", "kiwi");
    }

    @Test
    void aCollectionKeepsTheRunFromWhichTasksMayStillBeTakenOver() {
        String origin = failedPrices();
        List<String> executed = new ArrayList<>();
        Runnable collect = () -> {
            GarbageCollection.of(datastore, RetentionPolicy.keepAll().keepLast(0))
                    .run();
            assertThat(datastore.runs().find(new RunId(origin))).isPresent();
        };

        prices(Map.of("fig", 1, "plum", 3), executed, collect, false).resume(origin);

        assertThat(executed).isEmpty();
    }

    @Test
    void ofARunThatIsDeletedMeanwhileNothingMoreIsTakenOver() {
        String origin = failedPrices();
        List<String> executed = new ArrayList<>();

        Run run = prices(
                        Map.of("fig", 1, "plum", 3),
                        executed,
                        () -> assertThat(datastore.runs().delete(new RunId(origin)))
                                .isTrue(),
                        false)
                .resume(origin);

        assertThat(executed).containsExactlyInAnyOrder("fig", "plum");
        assertThat(datastore.runs().task(new RunId(run.id()), TaskId.parse("work/0")))
                .isPresent();
    }
}
