package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskStatus;
import dev.cairn.engine.ParameterException;
import dev.cairn.engine.RunRequest;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.TaskOutcome;
import dev.cairn.engine.TaskRunner;
import dev.cairn.engine.TaskUnit;
import dev.cairn.runtime.AbsentArtifactException;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.IncludedFile;
import dev.cairn.runtime.Merge;
import dev.cairn.runtime.ReadOnlyValueException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Secret parameters: every step reads them, and no store has them. */
class SecretParametersTest extends OnEachStore {
    private static final String TOKEN = "hunter2-9f3a";

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    private TestRun<Guarded> run(TestFlow.Builder<Guarded> flow) {
        return TestRun.of(flow.build()).datastore(datastore);
    }

    /** A foreach whose tasks are retried, a join that merges, and a loop. */
    private FlowDefinition<Guarded> everywhere() {
        return Guarded.flow()
                .step(foreach("start", "join", "numbers", Items.iterable(Codecs.BOXED_INT), "work"), (flow, task) -> {
                    flow.numbers = List.of(1, 2);
                    note(flow, task.context().path());
                })
                .step(linear("work", "join").retry(Retries.of(1)), (flow, task) -> {
                    note(flow, task.context().path());
                    if (task.context().attempt() == 0) {
                        throw new IllegalStateException("again");
                    }
                })
                .step(linear("join", "route").join(), (flow, task) -> {
                    note(flow, task.context().path());
                    task.inputs().mergeInto(flow, Merge.only(Guarded.Name.NUMBERS));
                    note(flow, task.context().path());
                })
                .step(switchOn("route", "seen").when("", "route").otherwise("end"), (flow, task) -> {
                    note(flow, task.context().path());
                    flow.seen = task.context().iteration() == 0 ? "" : "enough";
                })
                .step(end("end"), (flow, task) -> note(flow, task.context().path()))
                .build();
    }

    private void note(Guarded flow, String path) {
        seen.add(path.replaceAll(".*-[a-z0-9]{8}/", "") + " " + flow.token + " " + flow.keys);
    }

    private static List<String> expected(String... tasks) {
        String values = " " + TOKEN + " [first-key, other-key]";
        return Arrays.stream(tasks).map(task -> task + values).toList();
    }

    private static TestRun<Guarded> given(TestRun<Guarded> run) {
        return run.parameter("token", TOKEN).parameter("keys", List.of("first-key", "other-key"));
    }

    @Test
    void everyTaskHasThem() {
        Run run = given(TestRun.of(everywhere()).datastore(datastore)).run();

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(expected(
                        "start", "work/0", "work/0", "work/1", "work/1", "join", "join", "route#0", "route#1", "end"));
        assertThat(run.secretParameters()).containsExactly("token", "keys");
    }

    /** Each unit by a runner of its own, as in a process of its own. */
    @Test
    void everyProcessHasThem() {
        Map<String, Object> secrets = Map.of("token", TOKEN, "keys", List.of("first-key", "other-key"));
        given(TestRun.of(everywhere()).datastore(datastore))
                .engine(request -> {
                    Schedule schedule = request.newSchedule();
                    while (!schedule.succeeded()) {
                        for (Schedule.Wait wait = schedule.pollWait(); wait != null; wait = schedule.pollWait()) {
                            schedule.waitOver(wait.unit());
                        }
                        for (TaskUnit unit : schedule.poll(1)) {
                            try (TaskRunner<?> runner = TaskRunner.attach(
                                    request.definition(), request.datastore(), request.run(), secrets)) {
                                schedule.tell(runner.run(unit).fact());
                            }
                        }
                    }
                    return Optional.empty();
                })
                .run();

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(expected(
                        "start", "work/0", "work/0", "work/1", "work/1", "join", "join", "route#0", "route#1", "end"));
    }

    @Test
    void whatIsStoredKnowsTheirNamesOnly() {
        Run run = given(TestRun.of(everywhere()).datastore(datastore)).run();

        RunRecord record = datastore.runs().list(RunQuery.all()).findFirst().orElseThrow();
        assertThat(record.artifacts()).containsOnlyKeys("region", "_graph_info", "_secret_hashes");
        assertThat(run.graph().parameters()).containsExactly("region");
        assertThat(run.parameters()).extracting(parameter -> parameter.name()).containsExactly("region");
        Task end = run.step("end").task();
        assertThat(end.artifacts())
                .extracting(artifact -> artifact.name())
                .containsExactly("numbers", "seen", "region");
        assertThat(end.has("token")).isFalse();
        assertThat(end.taskArtifacts().has("token")).isFalse();
        String message = "parameter `token` of run " + run.pathspec()
                + " is secret, so its value is not stored. Only the steps of the run can read it.";
        assertThatThrownBy(() -> end.artifact("token"))
                .isExactlyInstanceOf(AbsentArtifactException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> run.artifact("token")).hasMessage(message);
        assertThat(record.toString()).doesNotContain(TOKEN);
    }

    @Test
    void runsWithoutSecretsStoreNoHashes() {
        Run run = run(Guarded.flow()
                        .step(
                                end("start"),
                                (flow, task) -> note(flow, task.context().path())))
                .run();

        assertThat(seen).containsExactly("start null []");
        assertThat(run.secretParameters()).isEmpty();
        assertThat(run.step("start").task().internalArtifacts())
                .extracting(artifact -> artifact.name())
                .doesNotContain("_secret_hashes");
    }

    @Test
    void theContextHasTheOthers() {
        List<Object> parameters = new ArrayList<>();
        run(Guarded.flow().step(end("start"), (flow, task) -> {
                    parameters.add(task.context().parameters());
                    parameters.add(task.context().toString());
                }))
                .parameter("token", TOKEN)
                .run();

        assertThat(parameters.get(0)).isEqualTo(Map.of("region", "north"));
        assertThat(parameters.get(1).toString()).doesNotContain(TOKEN);
    }

    @Test
    void otherTypes() {
        Run run = run(Guarded.flow().step(end("start"), (flow, task) -> {
                    seen.add(flow.pin + " " + flow.file.text());
                    task.context().log(flow.file.text() + "; " + flow.pin);
                }))
                .parameter("pin", 123456)
                .parameter("file", IncludedFile.ofText("key", "line 1\nline 2\n"))
                .run();

        assertThat(seen).containsExactly("123456 line 1\nline 2\n");
        assertThat(run.step("start").task().log().map(LogLine::text)).containsExactly("***", "; 123456");
    }

    @Test
    void eachTaskHasItsOwnValue() {
        List<String> keys = new ArrayList<>(List.of("first-key"));
        run(Guarded.flow()
                        .step(linear("start", "end"), (flow, task) -> {
                            keys.clear();
                            flow.seen = String.valueOf(flow.keys.size());
                        })
                        .step(end("end"), (flow, task) -> seen.add(flow.seen + flow.keys)))
                .parameter("keys", keys)
                .run();

        assertThat(seen).containsExactly("1[first-key]");
    }

    @Test
    void aChangeInPlaceIsRefusedWithoutTellingIt() {
        TestRun<Guarded> run = run(Guarded.flow().step(end("start"), (flow, task) -> flow.keys.add(TOKEN)))
                .parameter("keys", new ArrayList<>(List.of("first-key")));

        FlowFailedException failed = catchThrowableOfType(FlowFailedException.class, run::run);

        assertThat(failed.getCause())
                .isExactlyInstanceOf(ReadOnlyValueException.class)
                .hasMessageContaining("parameter `keys`")
                .hasMessageEndingWith("Copy it into a local variable, and change that.")
                .hasMessageNotContaining("key\"")
                .hasMessageNotContaining(TOKEN);
    }

    /** Whatever a step does with a secret in its logs and failures, its text is not in what is stored and shown. */
    @Test
    void logsAndFailuresDoNotShowThem() {
        List<String> shown = Collections.synchronizedList(new ArrayList<>());
        FlowFailedException failed = catchThrowableOfType(
                FlowFailedException.class,
                () -> given(run(Guarded.flow().step(end("start").retry(Retries.of(1)), (flow, task) -> {
                            task.context().log("token " + flow.token + ", keys " + flow.keys);
                            throw new IllegalStateException(
                                    "denied: " + flow.token, new IllegalArgumentException(flow.keys.get(0)));
                        })))
                        .outputListener((source, line) -> shown.add(line.text()))
                        .run());

        assertThat(failed.getMessage()).endsWith(" failed: java.lang.IllegalStateException: denied: ***");
        Run run = Cairn.open(
                        datastore,
                        Guarded.flow().step(end("start"), (flow, task) -> {}).build())
                .flow("Guarded")
                .latest();
        assertThat(run.failure().orElseThrow().message()).isEqualTo("denied: ***");
        assertThat(run.failure().orElseThrow().stackTrace())
                .contains("Caused by: java.lang.IllegalArgumentException: ***")
                .doesNotContain(TOKEN, "first-key");
        List<Task> attempts = run.attempts("start");
        assertThat(attempts)
                .hasSize(2)
                .allSatisfy(attempt ->
                        assertThat(attempt.failure().orElseThrow().message()).isEqualTo("denied: ***"));
        List<String> logged = attempts.get(0).log().map(LogLine::text).toList();
        assertThat(logged)
                .containsExactly(
                        "token ***, keys [***, ***]",
                        "failed: java.lang.IllegalStateException: denied: ***; retry 1 of 1 follows");
        assertThat(shown).containsAll(logged).noneMatch(line -> line.contains(TOKEN));
    }

    @Test
    void aCaughtFailureDoesNotShowThem() {
        List<String> messages = new ArrayList<>();
        FlowDefinition<Numbers> flow = Numbers.flow("Catching")
                .field(
                        ArtifactDefinition.parameter("key", "String", Codecs.STRING)
                                .confidential(),
                        each -> each.text,
                        (each, value) -> each.text = value)
                .step(linear("start", "end").caughtIn("failure"), (each, task) -> {
                    throw new IllegalStateException("denied: " + TOKEN);
                })
                .step(end("end"), (each, task) -> messages.add(each.failure.message()))
                .build();

        Run run = TestRun.of(flow).datastore(datastore).parameter("key", TOKEN).run();

        assertThat(messages).containsExactly("denied: ***");
        assertThat(run.counts()).extracting(count -> count.status()).contains(TaskStatus.CAUGHT);
    }

    /** What an initialiser reads from the environment is not given, and hidden all the same. */
    @Test
    void defaultsAreHiddenToo() {
        FlowDefinition<Guarded> flow = TestFlow.of("Default", Guarded.class, () -> {
                    Guarded guarded = new Guarded();
                    guarded.token = TOKEN;
                    return guarded;
                })
                .field(
                        ArtifactDefinition.parameter("token", "String", Codecs.STRING)
                                .confidential(),
                        guarded -> guarded.token,
                        (guarded, value) -> guarded.token = value)
                .step(end("start"), (guarded, task) -> {
                    seen.add(guarded.token);
                    task.context().log("with " + guarded.token);
                })
                .build();

        Run run = TestRun.of(flow).datastore(datastore).run();

        assertThat(seen).containsExactly(TOKEN);
        assertThat(run.secretParameters()).isEmpty();
        assertThat(run.step("start").task().log().map(LogLine::text)).containsExactly("with ***");
    }

    @Test
    void aValueOfAnotherTypeIsNotTold() {
        TestRun<Guarded> run = run(Guarded.flow().step(end("start"), (flow, task) -> {}));

        assertThatThrownBy(() -> run.parameter("pin", TOKEN).run())
                .isExactlyInstanceOf(ParameterException.class)
                .hasMessage("the value of the secret parameter `pin` of flow Guarded cannot be encoded as int."
                        + " Give another value.")
                .hasNoCause();
    }

    private static RunRequest<?> started(TestRun<Guarded> run) {
        List<RunRequest<?>> started = new ArrayList<>();
        run.engine(request -> {
                    started.add(request);
                    return Optional.empty();
                })
                .run();
        return started.get(0);
    }

    /** The environment of this test has none of them. */
    @Test
    void anotherProcessThatHasNoneIsTold() {
        TestFlow.Builder<Guarded> flow = Guarded.flow().step(end("start"), (each, task) -> {});
        RunRequest<?> request = started(run(flow).parameter("token", TOKEN));
        FlowDefinition<Guarded> definition = flow.build();
        String needs = "run Guarded/" + request.run() + " needs its secret parameter `token`, which is not stored";

        assertThatThrownBy(() -> TaskRunner.attach(definition, datastore, request.run()))
                .isExactlyInstanceOf(ParameterException.class)
                .hasMessage(needs + ". Set CAIRN_RUN_TOKEN in the environment of this process, or CAIRN_RUN_TOKEN_FILE"
                        + " to the path of a file that has it.");
        assertThatThrownBy(() -> TaskRunner.attach(definition, datastore, request.run(), Map.of()))
                .isExactlyInstanceOf(ParameterException.class)
                .hasMessage(needs + ". Pass it with the others.");
        assertThatThrownBy(() -> TaskRunner.attach(definition, datastore, request.run(), Map.of("tokn", TOKEN)))
                .isExactlyInstanceOf(ParameterException.class)
                .hasMessage("flow Guarded has no secret parameter `tokn`. Did you mean `token`?");
        assertThatThrownBy(
                        () -> TaskRunner.attach(definition, datastore, request.run(), Map.of("token", List.of(TOKEN))))
                .isExactlyInstanceOf(ParameterException.class)
                .hasMessage("the value of the secret parameter `token` of flow Guarded cannot be encoded as String."
                        + " Give another value.");
        assertThat(RunRequest.of(definition, datastore, request.run())
                        .newSchedule()
                        .poll(1))
                .as("a schedule needs no secrets")
                .hasSize(1);
    }

    /** One that was not given where the run started has its initial value everywhere. */
    @Test
    void whatWasNotGivenIsNotTaken() {
        TestFlow.Builder<Guarded> flow = Guarded.flow()
                .step(end("start"), (each, task) -> note(each, task.context().path()));
        RunRequest<?> request = started(run(flow).parameter("token", TOKEN));
        try (TaskRunner<?> runner = TaskRunner.attach(
                flow.build(),
                datastore,
                request.run(),
                Map.of("token", "another-token", "keys", List.of("first-key")))) {
            TaskOutcome outcome = runner.run(new TaskUnit("Guarded", request.run(), TaskId.of("start"), 0, List.of()));
            assertThat(outcome.stored()).isTrue();
        }

        assertThat(seen).containsExactly("start another-token []");
    }
}
