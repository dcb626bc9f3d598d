package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.flows.Guarded;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.ReadOnlyValueException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import dev.cairn.runtime.definition.StepDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code step} says, and with which status it ends: that is all that an engine sees of it. */
class StepCommandTest {
    private final AtomicInteger calls = new AtomicInteger();
    private final TestFlow<Numbers> flow = newFlow(end("join").join());

    @TempDir
    private Path directory;

    private final Console console = new Console(Clock.systemUTC());
    private String run;

    private TestFlow<Numbers> newFlow(StepDefinition last) {
        return Numbers.flow("Work")
                .step(foreach("start", "join", "count", Items.range(), "work"), (each, task) -> {
                    System.out.println("two");
                    each.count = 2;
                })
                .step(linear("work", "join").retry(Retries.of(1)), (each, task) -> {
                    calls.incrementAndGet();
                    if (task.index("count") == 1 && task.context().attempt() == 0) {
                        throw new IllegalStateException("no data");
                    }
                    each.value = 10 + task.index("count");
                })
                .step(last, (each, task) -> {})
                .build();
    }

    /** Starts a run of which no task runs by itself, and lets {@code action} be done while its owner is alive. */
    private void during(FlowDefinition<?> started, Action action) {
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            console.in(directory);
            TestRun.of(started)
                    .datastore(datastore)
                    .engine(request -> {
                        run = started.name() + "/" + request.run();
                        action.execute(datastore, request.run());
                        return Optional.empty();
                    })
                    .run();
        }
    }

    @FunctionalInterface
    private interface Action {
        void execute(Datastore datastore, RunId run);
    }

    private int step(String task, String... options) {
        return step(flow, task, options);
    }

    private int step(FlowDefinition<?> definition, String task, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "step";
        arguments[1] = run + "/" + task;
        System.arraycopy(options, 0, arguments, 2, options.length);
        return console.type(definition, arguments);
    }

    @Test
    void aTaskThatFinishesIsCommittedAndItsOutputShown() {
        during(flow, (datastore, id) -> {
            assertThat(step("start")).isEqualTo(ExitStatus.OK);

            assertThat(console.out())
                    .matches(
                            "\\S+ \\S+ \\[" + run + "/start\\] two\nattempt 0 of task " + run + "/start finished\\.\n");
            assertThat(console.err()).isEmpty();
            TaskRecord stored = datastore.runs().task(id, TaskId.of("start")).orElseThrow();
            assertThat(stored.fork().count()).isEqualTo(2);
            assertThat(datastore.runs().log(id, TaskId.of("start"), 0))
                    .singleElement()
                    .satisfies(line -> assertThat(line.text()).isEqualTo("two"));
        });
    }

    @Test
    void aTaskThatWasCommittedBeforeDoesNotRunAgain() {
        during(flow, (datastore, id) -> {
            step("start");
            step("work/0");

            assertThat(step("work/0")).isEqualTo(ExitStatus.OK);
            assertThat(step("work/0", "--attempt", "1")).isEqualTo(ExitStatus.OK);

            assertThat(console.out()).isEqualTo("attempt 0 of task " + run + "/work/0 finished.\n");
            assertThat(calls).hasValue(1);
        });
    }

    @Test
    void aStepThatFailsIsStoredAndAnotherAttemptMayFollow() {
        during(flow, (datastore, id) -> {
            step("start");

            assertThat(step("work/1")).isEqualTo(ExitStatus.FAILED);
            assertThat(console.err())
                    .startsWith(
                            "attempt 0 of task " + run
                                    + "/work/1 failed: java.lang.IllegalStateException: no data\n\tat dev.cairn.cli.StepCommandTest");
            assertThat(step("work/1")).as("again").isEqualTo(ExitStatus.FAILED);
            assertThat(calls).hasValue(1);
            assertThat(step("work/1", "--attempt=1")).isEqualTo(ExitStatus.OK);
            assertThat(calls).hasValue(2);
        });
    }

    @Test
    void aFailureThatIsCaughtIsCommitted() {
        FlowDefinition<Numbers> catching = Numbers.flow("Catching")
                .step(linear("start", "end").caughtIn("failure"), (each, task) -> {
                    throw new IllegalStateException("no data");
                })
                .step(end("end"), (each, task) -> {})
                .build();
        during(catching, (datastore, id) -> {
            assertThat(step(catching, "start")).isEqualTo(ExitStatus.OK);
            assertThat(console.out())
                    .endsWith("attempt 0 of task " + run + "/start failed, and its failure was caught.\n");
            assertThat(step(catching, "end")).isEqualTo(ExitStatus.OK);
        });
    }

    @Test
    void aMistakeOfTheCodeIsNotWorthRetrying() {
        FlowDefinition<Numbers> wrong = Numbers.flow("Wrong")
                .step(end("start").retry(Retries.of(3)), (each, task) -> {
                    throw ReadOnlyValueException.changed(
                            "start", List.of(ArtifactDefinition.parameter("rate", "int", Codecs.INT)));
                })
                .build();
        during(wrong, (datastore, id) -> {
            assertThat(step(wrong, "start")).isEqualTo(ExitStatus.NOT_WORTH_RETRYING);
            assertThat(console.err()).startsWith("attempt 0 of task " + run + "/start failed: ");
            assertThat(datastore.runs().attempts(id, TaskId.of("start"))).hasSize(1);
        });
    }

    @Test
    void aTaskWhoseParentsAreMissingMayBeTriedAgain() {
        during(flow, (datastore, id) -> {
            assertThat(step("work/0")).isEqualTo(ExitStatus.SURROUNDINGS_FAILED);
            assertThat(console.err())
                    .isEqualTo("task " + run + "/work/0 cannot start yet: no task of step `start` that leads to it has"
                            + " finished.\n");
            step("start");
            step("work/0");
            assertThat(step("join")).isEqualTo(ExitStatus.SURROUNDINGS_FAILED);
            assertThat(console.err())
                    .isEqualTo("task " + run + "/join cannot start yet: element 1 of the foreach of `start` has not"
                            + " arrived.\n");
        });
    }

    @Test
    void parentsThatAreGivenAreNotLookedFor() {
        during(flow, (datastore, id) -> {
            step("start", "--parents", "");
            assertThat(step("work/0", "--parents", "start")).isEqualTo(ExitStatus.OK);
            assertThat(step("work/1", "--attempt", "1", "--parents", "work/0"))
                    .isEqualTo(ExitStatus.NOT_WORTH_RETRYING);
            assertThat(console.err())
                    .isEqualTo("task " + run + "/work/1 cannot run: the parents of task `work/1` are [start], not"
                            + " [work/0].\n");
            assertThat(step("work/1", "--parents", "start/")).isEqualTo(ExitStatus.USAGE);
            assertThat(console.err())
                    .isEqualTo(
                            "--parents must be tasks with commas between them: `start/` is not a task id, which looks"
                                    + " like train/3.\n");
        });
    }

    @Test
    void whatIsNotThereIsNotWorthRetrying() {
        during(flow, (datastore, id) -> {
            step("start");

            assertThat(step("work/2")).isEqualTo(ExitStatus.NOT_WORTH_RETRYING);
            assertThat(console.err())
                    .isEqualTo("task " + run + "/work/2 cannot run: no path of this run leads to task `work/2`: the"
                            + " foreach of `start` has 2 elements, counted from 0.\n");
            assertThat(step("wrk/1")).isEqualTo(ExitStatus.NOT_WORTH_RETRYING);
            assertThat(console.err()).isEqualTo("task " + run + "/wrk/1 cannot run: flow Work has no step `wrk`.\n");
            assertThat(console.type(flow, "step", "Work/20261123T211357042-k3f9x2dq/start"))
                    .isEqualTo(ExitStatus.NOT_WORTH_RETRYING);
            assertThat(console.err())
                    .startsWith("there is no run Work/20261123T211357042-k3f9x2dq in file:" + directory + ".");
            assertThat(console.type(flow, "step", "Other/latest/start")).isEqualTo(ExitStatus.NOT_WORTH_RETRYING);
            assertThat(console.err()).isEqualTo("this program has no flow `Other`.\n");
        });
    }

    @Test
    void whatIsNamedWrongIsWrongUsage() {
        during(flow, (datastore, id) -> {
            assertThat(console.type(flow, "step", run)).isEqualTo(ExitStatus.USAGE);
            assertThat(console.err())
                    .isEqualTo("`" + run + "` does not name a task, which looks like"
                            + " 20261123T211357042-k3f9x2dq/train/3.\n");
            assertThat(step("start", "--attempt", "first")).isEqualTo(ExitStatus.USAGE);
            assertThat(console.err()).isEqualTo("--attempt must be a whole number, at least 0, but is `first`.\n");
            assertThat(step("start", "--datastore", "tape:x")).isEqualTo(ExitStatus.USAGE);
        });
    }

    @Test
    void aDatastoreThatIsNotThereMayComeBack() throws IOException {
        run = "Work/20261123T211357042-k3f9x2dq";
        Path missing = directory.resolve("missing");

        assertThat(step("start", "--datastore", "file:" + missing)).isEqualTo(ExitStatus.SURROUNDINGS_FAILED);
        assertThat(console.err()).isEqualTo("there is no datastore at `file:" + missing + "`.\n");
        assertThat(missing).doesNotExist();
        Path broken = Files.createDirectories(directory.resolve("broken"));
        Files.writeString(broken.resolve("store.db"), "this is no database");
        assertThat(step("start", "--datastore", "file:" + broken)).isEqualTo(ExitStatus.SURROUNDINGS_FAILED);
    }

    @Test
    void aRunThatHasEndedRunsNoMoreTasks() {
        during(flow, (datastore, id) -> step("start"));

        assertThat(step("start")).as("it had ended before").isEqualTo(ExitStatus.OK);
        assertThat(step("work/0")).isEqualTo(ExitStatus.NOT_WORTH_RETRYING);
        assertThat(console.err())
                .isEqualTo("run " + run
                        + " has ended (succeeded), so no more tasks of it can run. Resume it, to go on in a"
                        + " new run.\n");
    }

    /** The step is what takes so long that somebody ends the run for dead. */
    @Test
    void aRunThatWasTakenOverMeanwhileIsNotWrittenTo() {
        AtomicReference<RunId> taken = new AtomicReference<>();
        FlowDefinition<Numbers> slow = Numbers.flow("Slow")
                .step(linear("start", "end"), (each, task) -> {
                    try (Datastore other = Datastore.of("file:" + directory)) {
                        other.runs().endDied(taken.get(), Duration.ofMillis(-1_000_000));
                    }
                })
                .step(end("end"), (each, task) -> {})
                .build();
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            console.in(directory);
            TestRun<Numbers> owner = TestRun.of(slow)
                    .datastore(datastore)
                    .onStart(started -> taken.set(started.id()))
                    .engine(request -> {
                        run = "Slow/" + request.run();
                        assertThat(step(slow, "start")).isEqualTo(ExitStatus.SURROUNDINGS_FAILED);
                        assertThat(console.err())
                                .isEqualTo("attempt 0 of task " + run + "/start is not stored: run " + request.run()
                                        + " was taken over by another process, so this process can no longer write to"
                                        + " it. Follow the run in the other process.\n");
                        return Optional.empty();
                    });
            owner.run();

            assertThat(datastore.runs().attempts(taken.get(), TaskId.of("start")))
                    .isEmpty();
            assertThat(datastore.runs().find(taken.get()).orElseThrow().status())
                    .isEqualTo(RunStatus.DIED);
        }
    }

    @Test
    void otherCodeIsNotWorthRetrying() {
        during(flow, (datastore, id) -> {
            TestFlow<Numbers> longer = Numbers.flow("Work")
                    .step(split("start", "join", "left", "right"), (each, task) -> {})
                    .step(linear("left", "join"), (each, task) -> {})
                    .step(linear("right", "join"), (each, task) -> {})
                    .step(end("join").join(), (each, task) -> {})
                    .build();

            assertThat(step(longer, "start")).isEqualTo(ExitStatus.NOT_WORTH_RETRYING);
            assertThat(console.err())
                    .isEqualTo("run " + run + " was started with code in which the steps of flow Work are connected in"
                            + " another way. Run its tasks with that code, or resume the run with this one.\n");
        });
        FlowDefinition<Numbers> older = TestFlow.of("Old", Numbers.class, Numbers::new)
                .generatedBy("99.0.0")
                .step(end("start"), (each, task) -> {})
                .build();
        assertThat(console.type(older, "step", "latest/start")).isEqualTo(ExitStatus.NOT_WORTH_RETRYING);
    }

    @Test
    void anAttemptThatComesTooLateIsNotWorthRetrying() {
        FlowDefinition<Numbers> failing = Numbers.flow("Failing")
                .step(end("start").retry(Retries.of(3)), (each, task) -> {
                    throw new IllegalStateException("no data");
                })
                .build();
        during(failing, (datastore, id) -> {
            assertThat(step(failing, "start", "--attempt", "2")).isEqualTo(ExitStatus.FAILED);
            assertThat(step(failing, "start", "--attempt", "1")).isEqualTo(ExitStatus.NOT_WORTH_RETRYING);
            assertThat(console.err())
                    .isEqualTo("attempt 1 of task " + run + "/start comes too late: attempt 2 has ended.\n");
        });
    }

    @Test
    void secretsComeFromItsOwnEnvironment() throws IOException {
        FlowDefinition<Guarded> guarded = Guarded.flow()
                .step(end("start"), (each, task) -> System.out.println("the token has " + each.token.length()))
                .build();
        Path file = Files.writeString(directory.resolveSibling(directory.getFileName() + ".token"), "hunter22\n");
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            console.in(directory);
            TestRun.of(guarded)
                    .datastore(datastore)
                    .parameter("token", "hunter2")
                    .engine(request -> {
                        run = guarded.name() + "/" + request.run();
                        assertThat(step(guarded, "start")).isEqualTo(ExitStatus.NOT_WORTH_RETRYING);
                        assertThat(console.err())
                                .isEqualTo(
                                        "run " + run + " needs its secret parameter `token`, which is not stored. Set"
                                                + " CAIRN_RUN_TOKEN in the environment of this process, or CAIRN_RUN_TOKEN_FILE"
                                                + " to the path of a file that has it.\n");
                        console.with("CAIRN_RUN_TOKEN_FILE", file.toString());
                        assertThat(step(guarded, "start")).isEqualTo(ExitStatus.OK);
                        assertThat(console.out()).contains("the token has 8\n");
                        return Optional.empty();
                    })
                    .run();
        }
    }

    @Test
    void itNeverTakesTheRun() {
        during(flow, (datastore, id) -> {
            Instant beat = datastore.runs().find(id).orElseThrow().heartbeatAt();
            step("start");

            assertThat(datastore.runs().find(id).orElseThrow().heartbeatAt()).isEqualTo(beat);
            assertThat(datastore.runs().find(id).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
        });
    }

    @Test
    void theLauncherFindsTheFlowByItsName() {
        during(flow, (datastore, id) -> {
            assertThat(console.type(List.of(flow), "step", run + "/start")).isEqualTo(ExitStatus.OK);
            assertThat(console.type(List.of(flow), "step", "Wrk/latest/start"))
                    .isEqualTo(ExitStatus.NOT_WORTH_RETRYING);
            assertThat(console.err()).isEqualTo("this program has no flow `Wrk`. Did you mean `Work`?\n");
        });
    }
}
