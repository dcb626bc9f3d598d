package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.engine.OneByOneEngine;
import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.RunInterruptedException;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs that finish, after a failure, all that does not depend on it. */
class KeepGoingTest extends OnEachStore {
    private static final Map<String, String> CODE =
            Map.of("start", "1", "fan", "1", "work", "1", "gather", "1", "other", "1", "last", "1", "join", "1");

    private final Set<Integer> broken = ConcurrentHashMap.newKeySet();

    /** Two branches: a foreach over five items, of which some are broken, and two steps that need none of them. */
    private TestFlow<Numbers> flow() {
        return Numbers.flow("Persistent")
                .step(split("start", "join", "fan", "other"), (flow, task) -> {})
                .step(foreach("fan", "gather", "count", Items.range(), "work"), (flow, task) -> flow.count = 5)
                .step(linear("work", "gather").retry(Retries.of(1)), (flow, task) -> {
                    if (broken.contains(task.index("count"))) {
                        throw new IllegalStateException("no data for item " + task.index("count"));
                    }
                })
                .step(linear("gather", "join").join(), (flow, task) -> {})
                .step(linear("other", "last"), (flow, task) -> {})
                .step(linear("last", "join"), (flow, task) -> {})
                .step(end("join").join(), (flow, task) -> {})
                .build();
    }

    private TestRun<Numbers> builder(TestFlow<Numbers> flow) {
        return TestRun.of(flow).datastore(datastore).code(CODE).maxWorkers(1).outputListener((path, line) -> {});
    }

    private Run latest() {
        return Cairn.open(datastore).flow("Persistent").latest();
    }

    private static long finished(Run run, String step) {
        return run.step(step).count();
    }

    @Test
    void theRunFailsWithItsFirstFailureAndSaysHowManyThereAre() {
        broken.addAll(Set.of(1, 3, 4));

        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class, () -> builder(flow()).keepGoing().run());

        Run run = latest();
        assertThat(failure)
                .hasMessage("task " + run.pathspec() + "/work/1 failed: java.lang.IllegalStateException: no data for"
                        + " item 1; 2 other tasks failed");
        assertThat(failure.taskPath()).isEqualTo(run.pathspec() + "/work/1");
        assertThat(failure.otherFailures()).isEqualTo(2);
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.state().failedTask()).contains("work/1");
    }

    @Test
    void whatDoesNotDependOnTheFailureIsFinished() {
        broken.add(1);

        catchThrowableOfType(
                FlowFailedException.class, () -> builder(flow()).keepGoing().run());

        Run run = latest();
        assertThat(finished(run, "work")).as("all items but one").isEqualTo(4);
        assertThat(finished(run, "last")).isEqualTo(1);
        assertThat(run.step("gather").ran()).isFalse();
        assertThat(run.step("join").ran()).isFalse();
    }

    @Test
    void byDefaultTheFirstFailureEndsTheRun() {
        broken.addAll(Set.of(1, 3, 4));

        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class, () -> builder(flow()).run());

        assertThat(failure).hasMessageEndingWith("no data for item 1");
        assertThat(failure.otherFailures()).isZero();
        assertThat(finished(latest(), "work")).isEqualTo(1);
    }

    @Test
    void eachFailureIsInTheOutputOfItsTask() {
        broken.add(1);

        catchThrowableOfType(
                FlowFailedException.class, () -> builder(flow()).keepGoing().run());

        try (Stream<LogLine> lines = datastore.runs().log(new RunId(latest().id()), TaskId.parse("work/1"), 1)) {
            assertThat(lines.map(LogLine::text))
                    .containsExactly(
                            "failed: java.lang.IllegalStateException: no data for item 1; the run continues with"
                                    + " what does not depend on it");
        }
    }

    @Test
    void aResumedRunNeedsToRunOnlyWhatIsMissing() {
        broken.addAll(Set.of(1, 3));
        TestFlow<Numbers> flow = flow();
        catchThrowableOfType(
                FlowFailedException.class, () -> builder(flow).keepGoing().run());
        String failed = latest().id();
        broken.clear();

        Run resumed = builder(flow).resume(failed);

        assertThat(resumed.successful()).isTrue();
        assertThat(Trainings.ownTasks(resumed)).containsExactly("work/1", "work/3", "gather", "join");
    }

    @Test
    void aResumedRunMayKeepGoingToo() {
        broken.addAll(Set.of(1, 3));
        TestFlow<Numbers> flow = flow();
        catchThrowableOfType(FlowFailedException.class, () -> builder(flow).run());
        String failed = latest().id();
        broken.remove(1);

        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class, () -> builder(flow).keepGoing().resume(failed));

        assertThat(failure).hasMessageEndingWith("no data for item 3");
        assertThat(finished(latest(), "work")).isEqualTo(4);
    }

    @Test
    void otherEnginesKeepGoingToo() {
        broken.addAll(Set.of(0, 4));

        FlowFailedException failure = catchThrowableOfType(
                FlowFailedException.class,
                () -> builder(flow()).keepGoing().engine(new OneByOneEngine(3)).run());

        assertThat(failure.otherFailures()).isEqualTo(1);
        assertThat(finished(latest(), "work")).isEqualTo(3);
        assertThat(finished(latest(), "last")).isEqualTo(1);
    }

    @Test
    void aRunThatIsStoppedMeanwhileIsStopped() {
        Thread runner = Thread.currentThread();
        TestFlow<Numbers> flow = Numbers.flow("Persistent")
                .step(split("start", "join", "fail", "wait"), (each, task) -> {})
                .step(linear("fail", "join"), (each, task) -> {
                    throw new IllegalStateException("no data");
                })
                .step(linear("wait", "join"), (each, task) -> {
                    runner.interrupt();
                    new CountDownLatch(1).await();
                })
                .step(end("join").join(), (each, task) -> {})
                .build();

        catchThrowableOfType(
                RunInterruptedException.class,
                () -> TestRun.of(flow)
                        .datastore(datastore)
                        .maxWorkers(1)
                        .keepGoing()
                        .run());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(latest().status()).isEqualTo(RunStatus.INTERRUPTED);
    }
}
