package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;

import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.Failure;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A version of the flow of {@code docs/resume.md}: {@code start -> train -> join -> score -> end}. What it does may be changed before it
 * is run or resumed. Not thread-safe, but for its steps.
 */
final class Trainings {
    private final Datastore datastore;
    private final Set<String> failing = new HashSet<>();
    private final Map<String, String> code = new HashMap<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final List<String> executed = Collections.synchronizedList(new ArrayList<>());
    boolean checksBeforeScore;
    boolean checksInBranch;
    boolean hasScore = true;
    boolean catches;
    boolean hasBonus;
    boolean retries;
    boolean retryCaught;
    String versionOfScore = "";
    boolean readsIndex;
    boolean readsStack;

    @Nullable
    String from;

    Trainings(Datastore datastore) {
        this.datastore = datastore;
        for (String step : List.of("start", "train", "join", "score", "end", "check")) {
            code.put(step, "1");
        }
    }

    /** The flow class. */
    static final class Flow {
        List<Integer> rates = List.of(3, 4, 5);
        int threshold = 7;
        int bonus = 100;
        long result;
        long best;

        @Nullable
        Failure failure;
    }

    /** Lets a task fail. */
    Trainings failing(String task) {
        failing.add(task);
        return this;
    }

    /** Lets no task fail any more. */
    Trainings mended() {
        failing.clear();
        return this;
    }

    /** Sets what the code of a step is; null if it cannot be read. */
    Trainings code(String step, @Nullable String text) {
        code.remove(step);
        if (text != null) {
            code.put(step, text);
        }
        return this;
    }

    Trainings parameter(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /** Runs it; gives the id of the run, which may have failed. */
    String run() {
        List<String> id = new ArrayList<>();
        try {
            builder().onStart(run -> id.add(run.id().toString())).run();
        } catch (FlowFailedException e) {
            // wanted
        }
        return id.get(0);
    }

    Run resume(String run) {
        lines.clear();
        executed.clear();
        return builder().resume(run);
    }

    TestRun<Flow> builder() {
        TestRun<Flow> run =
                TestRun.of(flow()).datastore(datastore).maxWorkers(1).code(code);
        parameters.forEach(run::parameter);
        if (from != null) {
            run.resumeFrom(from);
        }
        if (retryCaught) {
            run.retryCaught();
        }
        return run.outputListener((path, line) -> lines.add(line.text()));
    }

    /** What was printed since the last resume. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The tasks whose step ran since the last resume, in this order. */
    List<String> executed() {
        return List.copyOf(executed);
    }

    /** The tasks of a run that it did not take over, in the order of the steps. */
    static List<String> ownTasks(Run run) {
        return run.steps().stream()
                .flatMap(step -> {
                    try (Stream<Task> tasks = step.stream()) {
                        return tasks.filter(task -> task.origin().isEmpty()).map(Task::id).toList().stream();
                    }
                })
                .toList();
    }

    TestFlow<Flow> flow() {
        TestFlow.Builder<Flow> flow = TestFlow.of("Trainings", Flow.class, Flow::new)
                .field(
                        ArtifactDefinition.parameter("rates", "List<Integer>", Codecs.list(Codecs.BOXED_INT)),
                        each -> each.rates,
                        (each, value) -> each.rates = value)
                .field(
                        ArtifactDefinition.parameter("threshold", "int", Codecs.INT),
                        each -> each.threshold,
                        (each, value) -> each.threshold = value);
        if (hasBonus) {
            flow.field(
                    ArtifactDefinition.parameter("bonus", "int", Codecs.INT),
                    each -> each.bonus,
                    (each, value) -> each.bonus = value);
        }
        flow.artifact("result", "long", Codecs.LONG, each -> each.result, (each, value) -> each.result = value)
                .artifact("best", "long", Codecs.LONG, each -> each.best, (each, value) -> each.best = value)
                .artifact(
                        "failure",
                        "Failure",
                        new FailureCodec(),
                        each -> each.failure,
                        (each, value) -> each.failure = value);
        String afterTrain = checksInBranch ? "check" : "join";
        String afterJoin = checksBeforeScore ? "check" : hasScore ? "score" : "end";
        step(
                flow,
                foreach("start", "join", "rates", Items.iterable(Codecs.BOXED_INT), "train")
                        .access(Access.nothing().reads("rates")),
                (each, task) -> {});
        Access result = Access.nothing().mustAssign("result");
        StepDefinition train = linear("train", afterTrain)
                .access(readsStack ? result.readsStack() : readsIndex ? result.readsIndex() : result)
                .retry(retries ? Retries.of(2) : Retries.NONE);
        step(
                flow,
                catches ? train.caughtIn("failure") : train,
                (each, task) -> each.result = 10L * task.<Integer>item("rates"));
        if (checksInBranch) {
            step(flow, linear("check", "join").access(Access.nothing()), (each, task) -> {});
        }
        step(
                flow,
                linear("join", afterJoin).join().access(Access.nothing().mustAssign("best")),
                (each, task) -> each.best = best(task.inputs()));
        if (checksBeforeScore) {
            step(flow, linear("check", "score").access(Access.nothing()), (each, task) -> {});
        }
        if (hasScore) {
            Access score = Access.nothing();
            score = hasBonus ? score.reads("best", "threshold", "bonus") : score.reads("best", "threshold");
            step(
                    flow,
                    linear("score", "end").access(score.mustAssign("best")).version(versionOfScore),
                    (each, task) -> each.best = each.best + each.threshold + (hasBonus ? each.bonus : 0));
        }
        step(flow, end("end").access(Access.nothing().reads("best").mustAssign("best")), (each, task) -> each.best++);
        return flow.build();
    }

    private void step(TestFlow.Builder<Flow> flow, StepDefinition step, TestFlow.Body<Flow> body) {
        flow.step(step, (each, task) -> {
            String id = task.context().taskId();
            executed.add(id);
            if (failing.contains(id)) {
                throw new IllegalStateException(id + " fails");
            }
            body.call(each, task);
        });
    }

    private static long best(JoinedTasks inputs) {
        long best = 0;
        for (int i = 0; i < inputs.size(); i++) {
            best += inputs.get(i).has("result") ? (long) inputs.get(i).value("result") : -1;
        }
        return best;
    }
}
