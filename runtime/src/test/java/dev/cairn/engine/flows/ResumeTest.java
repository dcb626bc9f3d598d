package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.engine.OneByOneEngine;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskOrigin;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.ResumeRefusedException;
import dev.cairn.maintenance.RunDeletion;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.definition.Access;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs that go on where others ended. */
class ResumeTest extends OnEachStore {
    private Trainings failed() {
        return new Trainings(datastore).failing("train/2");
    }

    private TaskRecord record(Run run, String task) {
        return datastore.runs().task(new RunId(run.id()), TaskId.parse(task)).orElseThrow();
    }

    private static List<LogLine> log(Task task) {
        try (Stream<LogLine> log = task.log()) {
            return log.toList();
        }
    }

    @Test
    void leavesWhatAStraightRunLeaves() {
        Trainings flow = failed();
        String origin = flow.run();

        Run resumed = flow.mended().resume(origin);

        String straight = new Trainings(datastore).run();
        assertThat(RecordText.of(datastore, resumed.id())).isEqualTo(RecordText.of(datastore, straight));
        assertThat(resumed.origin()).contains("Trainings/" + origin);
    }

    @Test
    void otherEnginesGoOnToo() {
        Trainings flow = failed();
        String origin = flow.run();

        Run resumed = flow.mended().builder().engine(new OneByOneEngine(7)).resume(origin);

        String straight = new Trainings(datastore).run();
        assertThat(RecordText.of(datastore, resumed.id())).isEqualTo(RecordText.of(datastore, straight));
        assertThat(Trainings.ownTasks(resumed)).containsExactly("train/2", "join", "score", "end");
    }

    @Test
    void saysWhatItReusesAndWhy() {
        Trainings flow = failed();
        String origin = flow.run();

        flow.mended().resume(origin);

        assertThat(flow.lines())
                .containsExactly(
                        "start: 1 task reused",
                        "train: 2 of 3 tasks reused, 1 runs: not finished",
                        "join: had not run",
                        "score: had not run",
                        "end: had not run");
    }

    @Test
    void countsTheTasksThatFollowInTheSameBranches() {
        Trainings flow = new Trainings(datastore).failing("train/2");
        flow.checksInBranch = true;
        String origin = flow.run();

        flow.mended().resume(origin);

        assertThat(flow.lines())
                .startsWith(
                        "start: 1 task reused",
                        "train: 2 of 3 tasks reused, 1 runs: not finished",
                        "check: 2 of 3 tasks reused, 1 runs: a step before it runs");
    }

    @Test
    void saysWhichStepsChanged() {
        Trainings flow = new Trainings(datastore).failing("end");
        String origin = flow.run();
        flow.mended().code("score", "2");
        flow.checksInBranch = true;

        flow.resume(origin);

        assertThat(flow.lines())
                .containsExactly(
                        "start: 1 task reused",
                        "train: 3 tasks reused",
                        "check: runs: it is new",
                        "join: runs again: a step before it runs",
                        "score: runs again: a step before it runs",
                        "end: runs again: a step before it runs");
    }

    @Test
    void saysSoWhereTheCodeWasReadByOtherRules() {
        Trainings flow = new Trainings(datastore).code("score", "1:61:aa").failing("end");
        String origin = flow.run();

        flow.mended().code("score", "1:65:aa").resume(origin);

        assertThat(flow.lines())
                .contains("score: runs again: it is not known whether its code changed", "train: 3 tasks reused");
        assertThat(flow.executed()).containsExactly("score", "end");
    }

    @Test
    void saysSoWhereTheCodeIsNotKnown() {
        Trainings flow = new Trainings(datastore).code("start", null).failing("end");
        String origin = flow.run();

        flow.mended().code("start", "1").resume(origin);

        assertThat(flow.lines().get(0)).isEqualTo("start: runs again: it is not known whether its code changed");
    }

    @Test
    void saysWhichParameterChanged() {
        Trainings flow = new Trainings(datastore).failing("end").parameter("threshold", 1);
        String origin = flow.run();
        flow.hasBonus = true;

        Run kept = flow.mended().parameter("threshold", 1).resume(origin);
        assertThat(flow.lines().get(3)).isEqualTo("score: runs again: parameter `bonus` is new");
        assertThat(kept.artifact("threshold").value()).isEqualTo(1);

        flow.parameter("threshold", 2).resume(origin);
        assertThat(flow.lines().get(3)).isEqualTo("score: runs again: parameter `threshold` changed");
    }

    @Test
    void parametersThatAreNotGivenKeepTheirValues() {
        Trainings before = new Trainings(datastore)
                .failing("end")
                .parameter("threshold", 1)
                .parameter("rates", List.of(1, 2));
        before.hasBonus = true;
        String origin = before.run();
        Trainings flow = new Trainings(datastore);

        Run resumed = flow.resume(origin);

        assertThat(resumed.artifact("threshold").value()).isEqualTo(1);
        assertThat(resumed.step("train").count()).isEqualTo(2);
        assertThat(flow.lines())
                .startsWith(
                        "parameter `rates` keeps the value that it had in run Trainings/" + origin
                                + ", which is not its default",
                        "parameter `threshold` keeps the value that it had in run Trainings/" + origin
                                + ", which is not its default",
                        "parameter `bonus` of run Trainings/" + origin + " no longer exists");
    }

    @Test
    void whatWasTakenOverNamesTheAttemptThatExecuted() {
        Trainings flow = failed();
        String origin = flow.run();
        Run second = failedAgain(flow.mended().failing("score"), origin);
        Run third = flow.mended().resume(second.id());

        assertThat(record(third, "train/0").origin())
                .isEqualTo(new TaskOrigin(new RunId(origin), TaskId.parse("train/0"), 0));
        assertThat(record(third, "train/2").origin())
                .isEqualTo(new TaskOrigin(new RunId(second.id()), TaskId.parse("train/2"), 0));
        assertThat(record(third, "score").origin()).isNull();
        assertThat(third.task("train/0").origin()).contains("Trainings/" + origin + "/train/0");
        assertThat(third.task("score").origin()).isEmpty();
        assertThat(record(third, "train/0").startedAt())
                .isEqualTo(datastore
                        .runs()
                        .task(new RunId(origin), TaskId.parse("train/0"))
                        .orElseThrow()
                        .startedAt());
        assertThat(flow.executed()).containsExactly("score", "end");
    }

    private Run failedAgain(Trainings flow, String origin) {
        assertThatThrownBy(() -> flow.resume(origin)).isInstanceOf(FlowFailedException.class);
        return FlowRuns.of(flow.flow(), datastore).latest();
    }

    @Test
    void whatWasTakenOverOutlivesTheRunFromWhichItCame() {
        Trainings flow = failed();
        String origin = flow.run();
        Run resumed = flow.mended().resume(origin);
        List<String> before = RecordText.of(datastore, resumed.id());

        RunDeletion.delete(datastore, new RunId(origin));

        assertThat(RecordText.of(datastore, resumed.id())).isEqualTo(before);
        assertThat(resumed.task("train/0").artifact("result").value()).isEqualTo(30L);
        assertThat(log(resumed.task("train/0"))).isEmpty();
    }

    @Test
    void outputIsReadWhereItWasWritten() {
        AtomicBoolean fails = new AtomicBoolean(true);
        TestFlow<Numbers> flow = Numbers.flow("Talking")
                .step(
                        linear("start", "end").access(Access.nothing()),
                        (each, task) -> task.context().log("once"))
                .step(end("end").access(Access.nothing()), (each, task) -> failIf(fails))
                .build();
        String origin = failing(TestRun.of(flow).datastore(datastore).code(Map.of("start", "1", "end", "1")));
        fails.set(false);

        Run resumed = TestRun.of(flow)
                .datastore(datastore)
                .code(Map.of("start", "1", "end", "1"))
                .resume("Talking/" + origin);

        assertThat(log(resumed.task("start"))).extracting(LogLine::text).containsExactly("once");
    }

    private static void failIf(AtomicBoolean fails) {
        if (fails.get()) {
            throw new IllegalStateException("fails");
        }
    }

    private static String failing(TestRun<?> run) {
        List<String> id = new ArrayList<>();
        run.onStart(started -> id.add(started.id().toString()));
        assertThatThrownBy(run::run).isInstanceOf(FlowFailedException.class);
        return id.get(0);
    }

    @Test
    void filesAreTakenOver() throws Exception {
        AtomicBoolean fails = new AtomicBoolean(true);
        List<String> read = new ArrayList<>();
        TestFlow<Numbers> flow = Numbers.flow("Files")
                .step(
                        linear("start", "end").access(Access.nothing()),
                        (each, task) -> task.context().files().put("a", output -> output.write(new byte[] {1, 2})))
                .step(end("end").access(Access.nothing()), (each, task) -> {
                    failIf(fails);
                    try (var file = task.context().files().open("a")) {
                        read.add(List.of(file.read(), file.read(), file.read()).toString());
                    }
                })
                .build();
        Map<String, String> code = Map.of("start", "1", "end", "1");
        String origin = failing(TestRun.of(flow).datastore(datastore).code(code));
        fails.set(false);

        TestRun.of(flow).datastore(datastore).code(code).resume(origin);

        assertThat(read).containsExactly("[1, 2, -1]");
    }

    @Test
    void aFileWhoseContentIsMissingIsNotTakenOver() {
        AtomicBoolean fails = new AtomicBoolean(true);
        List<Boolean> there = new ArrayList<>();
        TestFlow<Numbers> flow = Numbers.flow("Files")
                .step(linear("start", "end").access(Access.nothing()), (each, task) -> {
                    task.context().files().put("kept", output -> output.write(1));
                    task.context().files().put("lost", output -> output.write(2));
                })
                .step(end("end").access(Access.nothing()), (each, task) -> {
                    failIf(fails);
                    there.add(task.context().files().has("kept"));
                    there.add(task.context().files().has("lost"));
                })
                .build();
        Map<String, String> code = Map.of("start", "1", "end", "1");
        String origin = failing(TestRun.of(flow).datastore(datastore).code(code));
        datastore.blobs().delete(Address.ofContent(new byte[] {2}));
        fails.set(false);
        List<String> lines = new ArrayList<>();

        TestRun.of(flow)
                .datastore(datastore)
                .code(code)
                .outputListener((path, line) -> lines.add(line.text()))
                .resume(origin);

        assertThat(there).containsExactly(true, false);
        assertThat(lines)
                .containsExactly(
                        "start: 1 task reused",
                        "end: runs again: not finished",
                        "the file `lost` is not taken over (its content is missing in the datastore)");
    }

    @Test
    void aRunThatSucceededIsRefusedUnlessSomethingChanged() {
        Trainings flow = new Trainings(datastore);
        String origin = flow.run();

        assertThatThrownBy(() -> flow.resume(origin))
                .isInstanceOf(ResumeRefusedException.class)
                .hasMessage(
                        "run Trainings/" + origin
                                + " succeeded, and nothing that its tasks depend on changed since, so nothing would run. To"
                                + " run steps again, name the first one of them (--from-step, or resumeFrom(..)), or start a new run.");
        assertThat(flow.parameter("threshold", 8).resume(origin).successful()).isTrue();
        assertThat(flow.executed()).containsExactly("score", "end");
    }

    @Test
    void aRunThatIsAliveIsRefused() {
        RunRecord alive = RunRecord.builder(
                        RunId.next(Clock.systemUTC()), "Trainings", Trainings.Flow.class.getName(), Instant.now())
                .build();
        datastore.runs().create(alive);

        assertThatThrownBy(() -> new Trainings(datastore).resume(alive.id().value()))
                .isInstanceOf(ResumeRefusedException.class)
                .hasMessage("run Trainings/" + alive.id()
                        + " is still running: its process gave a sign of life within the last 30 seconds. Stop it, and"
                        + " resume the run when it has ended; if the process was killed, try again in 30 seconds.");
    }

    @Test
    void aRunWhoseProcessDiedIsEndedFirst() {
        Trainings flow = failed();
        RunRecord origin = datastore.runs().find(new RunId(flow.run())).orElseThrow();
        RunRecord copy = RunRecord.builder(
                        RunId.next(Clock.systemUTC()),
                        origin.flow(),
                        origin.flowClass(),
                        Instant.now().minusSeconds(60))
                .artifacts(origin.artifacts())
                .fingerprints(origin.fingerprints())
                .build();
        datastore.runs().create(copy);

        Run resumed = flow.mended().resume(copy.id().value());

        assertThat(datastore.runs().find(copy.id()).orElseThrow().status()).isEqualTo(RunStatus.DIED);
        assertThat(resumed.successful()).isTrue();
    }

    @Test
    void whatIsNoRunOfTheFlowIsRefused() {
        Trainings flow = new Trainings(datastore);
        String other = failing(TestRun.of(Numbers.flow("Other")
                        .step(end("start"), (each, task) -> {
                            throw new IllegalStateException();
                        })
                        .build())
                .datastore(datastore));

        assertThatThrownBy(() -> flow.resume(other))
                .isInstanceOf(ResumeRefusedException.class)
                .hasMessage("run Other/" + other
                        + " is not a run of flow Trainings. Resume it with the code of its own flow.");
        assertThatThrownBy(() -> flow.resume("Other/" + other))
                .hasMessage("run `Other/" + other
                        + "` is not a run of flow Trainings. Resume it with the code of its own flow.");
        assertThatThrownBy(() -> flow.resume("7"))
                .hasMessage(
                        "`7` is not a run id, which looks like 20261123T211357042-k3f9x2dq. Name the run to resume by"
                                + " its whole id.");
        assertThatThrownBy(() -> flow.resume("20261123T211357042-k3f9x2dq"))
                .hasMessage("run Trainings/20261123T211357042-k3f9x2dq is not in " + datastore.url()
                        + ". Open the datastore in which it was started.");
        flow.from = "scores";
        assertThatThrownBy(() -> flow.resume("20261123T211357042-k3f9x2dq"))
                .hasMessage("flow Trainings has no step `scores` to resume from. Did you mean `score`?");
    }
}
