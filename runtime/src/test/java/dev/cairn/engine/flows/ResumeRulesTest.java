package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.client.Run;
import dev.cairn.codec.Codecs;
import dev.cairn.engine.ParameterException;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.Items;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Changes between a run and the one that goes on with it, other than those of {@code docs/resume.md}. */
class ResumeRulesTest extends OnEachStore {
    private boolean fails = true;

    /** The flow class. */
    static final class Job {
        int factor = 1;
        String token = "";

        @Nullable
        String text;

        long value;
    }

    private static TestFlow.Builder<Job> job() {
        return TestFlow.of("Job", Job.class, Job::new)
                .field(
                        ArtifactDefinition.parameter("factor", "int", Codecs.INT),
                        each -> each.factor,
                        (each, value) -> each.factor = value)
                .field(
                        ArtifactDefinition.parameter("token", "String", Codecs.STRING)
                                .confidential(),
                        each -> each.token,
                        (each, value) -> each.token = value)
                .artifact("text", "String", Codecs.STRING, each -> each.text, (each, value) -> each.text = value)
                .artifact("value", "long", Codecs.LONG, each -> each.value, (each, value) -> each.value = value);
    }

    private void last(Job job) {
        if (fails) {
            throw new IllegalStateException("fails");
        }
    }

    private TestRun<Job> of(TestFlow<Job> flow, Map<String, ?> parameters) {
        TestRun<Job> run = TestRun.of(flow).datastore(datastore).outputListener((path, line) -> {});
        Map<String, String> code = new HashMap<>();
        flow.steps().forEach(step -> code.put(step.name(), "1"));
        parameters.forEach(run::parameter);
        return run.code(code);
    }

    private String failed(TestRun<Job> run) {
        List<String> id = new ArrayList<>();
        run.onStart(started -> id.add(started.id().toString()));
        assertThatThrownBy(run::run).isInstanceOf(FlowFailedException.class);
        fails = false;
        return id.get(0);
    }

    private List<String> resumed(TestFlow<Job> flow, String origin, Map<String, ?> parameters) {
        Run run = of(flow, parameters).resume(origin);
        assertThat(run.successful()).isTrue();
        return Trainings.ownTasks(run);
    }

    private TestFlow<Job> guarded() {
        return job().step(
                        linear("start", "use").access(Access.nothing().mustAssign("text")),
                        (each, task) -> each.text = "")
                .step(
                        linear("use", "end")
                                .access(Access.nothing().reads("token").mustAssign("value")),
                        (each, task) -> each.value = each.token.length())
                .step(end("end").access(Access.nothing()), (each, task) -> last(each))
                .build();
    }

    @Test
    void aSecretIsGivenAgainAndCompared() {
        String origin = failed(of(guarded(), Map.of("token", "red-herring")));

        assertThatThrownBy(() -> resumed(guarded(), origin, Map.of()))
                .isInstanceOf(ParameterException.class)
                .hasMessage(
                        "run Job/" + origin + " needs its secret parameter `token`, which is not stored. Set it with"
                                + " .token(..) before resume(), or on the command line with `--token-file` or the"
                                + " environment variable CAIRN_RUN_TOKEN.");
        assertThat(resumed(guarded(), origin, Map.of("token", "red-herring"))).containsExactly("end");
        assertThat(resumed(guarded(), origin, Map.of("token", "blue-whale"))).containsExactly("use", "end");
    }

    @Test
    void aSecretThatWasNotGivenNeedNotBe() {
        String origin = failed(of(guarded(), Map.of()));

        assertThat(resumed(guarded(), origin, Map.of())).containsExactly("end");
        assertThat(resumed(guarded(), origin, Map.of("token", "blue-whale"))).containsExactly("use", "end");
    }

    @Test
    void aParameterThatIsRequiredSinceHasToBeGiven() {
        String origin = failed(of(guarded(), Map.of()));
        TestFlow<Job> demanding = job().field(
                        ArtifactDefinition.parameter("words", "String", Codecs.STRING)
                                .mandatory(),
                        each -> each.text,
                        (each, value) -> each.text = value)
                .step(linear("start", "use").access(Access.nothing()), (each, task) -> {})
                .step(
                        linear("use", "end")
                                .access(Access.nothing().reads("words").mustAssign("value")),
                        (each, task) -> {})
                .step(end("end").access(Access.nothing()), (each, task) -> last(each))
                .build();

        assertThatThrownBy(() -> resumed(demanding, origin, Map.of()))
                .isInstanceOf(ParameterException.class)
                .hasMessage("flow Job needs a value for its parameter `words`, which run Job/" + origin
                        + " does not have. Set it with .words(..) before resume(), or on the command line with `--words` or the"
                        + " environment variable CAIRN_RUN_WORDS.");
        assertThat(resumed(demanding, origin, Map.of("words", "some"))).containsExactly("use", "end");
    }

    @Test
    void aRunOfAFormerNameOfTheFlowIsItsOwn() {
        String origin = failed(of(contextual(), Map.of("factor", 3)));
        TestFlow<Job> renamed = TestFlow.of("Task", Job.class, Job::new)
                .formerNames("Job")
                .field(
                        ArtifactDefinition.parameter("factor", "int", Codecs.INT),
                        each -> each.factor,
                        (each, value) -> each.factor = value)
                .step(linear("start", "all").access(Access.nothing()), (each, task) -> {})
                .step(linear("all", "end").access(Access.nothing().readsParameters()), (each, task) -> {})
                .step(end("end").access(Access.nothing()), (each, task) -> last(each))
                .build();

        Run run = of(renamed, Map.of()).resume("Job/" + origin);

        assertThat(Trainings.ownTasks(run)).containsExactly("end");
        assertThat(run.pathspec()).isEqualTo("Task/" + run.id());
        assertThat(run.artifact("factor").value()).isEqualTo(3);
    }

    private TestFlow<Job> contextual() {
        return job().step(linear("start", "all").access(Access.nothing()), (each, task) -> {})
                .step(linear("all", "end").access(Access.nothing().readsParameters()), (each, task) -> {})
                .step(end("end").access(Access.nothing()), (each, task) -> last(each))
                .build();
    }

    @Test
    void aStepThatAsksForAllParametersReadsEachOfThem() {
        String origin = failed(of(contextual(), Map.of()));

        assertThat(resumed(contextual(), origin, Map.of("factor", 2))).containsExactly("all", "end");
    }

    private TestFlow<Job> choosing(String ofLeft, String ofRight) {
        return job().step(
                        switchOn("start", "text")
                                .when(ofLeft, "left")
                                .when(ofRight, "right")
                                .otherwise("left")
                                .access(Access.nothing().mustAssign("text")),
                        (each, task) -> each.text = "a")
                .step(linear("left", "end").access(Access.nothing()), (each, task) -> {})
                .step(linear("right", "end").access(Access.nothing()), (each, task) -> {})
                .step(end("end").access(Access.nothing()), (each, task) -> last(each))
                .build();
    }

    @Test
    void aSwitchWhoseCasesChangedIsDecidedAgain() {
        String origin = failed(of(choosing("a", "b"), Map.of()));

        assertThat(resumed(choosing("b", "a"), origin, Map.of())).containsExactly("right", "end");
        assertThat(resumed(choosing("a", "c"), origin, Map.of())).containsExactly("end");
    }

    private TestFlow<Job> fanning(String artifact) {
        return job().artifact("n", "int", Codecs.INT, each -> each.factor, (each, value) -> each.factor = value)
                .step(
                        foreach("start", "join", artifact, Items.range(), "work")
                                .access(Access.nothing().mustAssign("n")),
                        (each, task) -> {})
                .step(linear("work", "join").access(Access.nothing()), (each, task) -> {})
                .step(linear("join", "end").join().access(Access.nothing()), (each, task) -> {})
                .step(end("end").access(Access.nothing()), (each, task) -> last(each))
                .build();
    }

    @Test
    void aForeachOverAParameterReadsIt() {
        String origin = failed(of(fanning("factor"), Map.of("factor", 2)));

        assertThat(resumed(fanning("factor"), origin, Map.of("factor", 3)))
                .containsExactly("start", "work/2", "join", "end");
    }

    @Test
    void aForeachOverAnotherArtifactOpensAgain() {
        String origin = failed(of(fanning("factor"), Map.of("factor", 1)));

        assertThat(resumed(fanning("n"), origin, Map.of())).containsExactly("start", "work/0", "join", "end");
    }

    private TestFlow<Job> branching(String... branches) {
        TestFlow.Builder<Job> flow =
                job().step(split("start", "join", branches).access(Access.nothing()), (each, task) -> {});
        for (String branch : branches) {
            flow.step(linear(branch, "join").access(Access.nothing()), (each, task) -> {});
        }
        return flow.step(linear("join", "end").join().access(Access.nothing()), (each, task) -> {})
                .step(end("end").access(Access.nothing()), (each, task) -> last(each))
                .build();
    }

    @Test
    void aJoinRunsAgainIfOtherBranchesLeadToItOrInAnotherOrder() {
        String origin = failed(of(branching("a", "b"), Map.of()));

        assertThat(resumed(branching("a", "b", "c"), origin, Map.of())).containsExactly("c", "join", "end");
        assertThat(resumed(branching("b", "a"), origin, Map.of())).containsExactly("join", "end");
        assertThat(resumed(branching("a", "b"), origin, Map.of())).containsExactly("end");
    }

    private TestFlow<Job> tailed(boolean hasTail) {
        TestFlow.Builder<Job> flow = job().step(
                        foreach("start", "join", "factor", Items.range(), "work")
                                .access(Access.nothing()),
                        (each, task) -> {})
                .step(linear("work", hasTail ? "tail" : "join").access(Access.nothing()), (each, task) -> {});
        if (hasTail) {
            flow.step(linear("tail", "join").access(Access.nothing()), (each, task) -> {});
        }
        return flow.step(linear("join", "end").join().access(Access.nothing()), (each, task) -> {})
                .step(end("end").access(Access.nothing()), (each, task) -> last(each))
                .build();
    }

    /** The record of the join names the task that opened the foreach in both cases. */
    @Test
    void aJoinRunsAgainIfTheLastStepOfItsBranchesIsRemoved() {
        String origin = failed(of(tailed(true), Map.of("factor", 2)));

        assertThat(resumed(tailed(false), origin, Map.of())).containsExactly("join", "end");
        assertThat(resumed(tailed(true), origin, Map.of())).containsExactly("end");
    }

    @Test
    void anArtifactThatWasRenamedIsTakenOverUnderItsName() {
        String origin = failed(of(guarded(), Map.of()));
        TestFlow<Job> renamed = TestFlow.of("Job", Job.class, Job::new)
                .field(
                        ArtifactDefinition.parameter("times", "int", Codecs.INT).formerNames("factor"),
                        each -> each.factor,
                        (each, value) -> each.factor = value)
                .field(
                        ArtifactDefinition.artifact("words", "String", Codecs.STRING)
                                .formerNames("text"),
                        each -> each.text,
                        (each, value) -> each.text = value)
                .step(linear("start", "use").access(Access.nothing().mustAssign("words")), (each, task) -> {})
                .step(linear("use", "end").access(Access.nothing().mustAssign("words")), (each, task) -> {})
                .step(end("end").access(Access.nothing()), (each, task) -> last(each))
                .build();

        Run run = of(renamed, Map.of()).resume(origin);

        assertThat(Trainings.ownTasks(run)).containsExactly("end");
        assertThat(run.task("end").artifact("words").value()).isEqualTo("");
        assertThat(run.artifact("times").value()).isEqualTo(1);
    }
}
