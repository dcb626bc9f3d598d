package dev.cairn.cli;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.RunListener;
import dev.cairn.engine.TaskFact.FannedOut;
import dev.cairn.engine.TaskOutcome;
import dev.cairn.engine.TaskUnit;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.graph.ExpectedTasks;
import dev.cairn.runtime.graph.FlowGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/** Counts how far a run has come, step by step, and tells a display. Thread-safe. */
final class RunProgress implements RunListener {
    private final Map<String, StepProgress> steps = new LinkedHashMap<>();
    private final ExpectedTasks expected;
    private final ProgressDisplay display;
    private final LongSupplier nanoTime;

    RunProgress(FlowDefinition<?> definition, ProgressDisplay display, LongSupplier nanoTime) {
        this.expected = new ExpectedTasks(FlowGraph.of(definition));
        this.display = display;
        this.nanoTime = nanoTime;
        for (StepDefinition step : definition.steps()) {
            steps.put(step.name(), new StepProgress(step.name(), expected.atFirst(step.name())));
        }
    }

    private StepProgress step(TaskUnit unit) {
        return step(unit.task().step());
    }

    private StepProgress step(String name) {
        return Objects.requireNonNull(steps.get(name));
    }

    /** How far all steps that have begun have come, in the order of the flow. */
    List<StepProgress.State> states() {
        long now = nanoTime.getAsLong();
        List<StepProgress.State> states = new ArrayList<>();
        for (StepProgress step : steps.values()) {
            if (step.hasStarted()) {
                states.add(step.state(now));
            }
        }
        return states;
    }

    @Override
    public void onRunStarted(RunReference run) {
        display.start(this);
    }

    @Override
    public void onTasksReused(RunReference run, String step, long tasks) {
        step(step).reused(tasks);
        if (!expected.perElement(step).isEmpty()) {
            run.datastore()
                    .runs()
                    .task(run.id(), TaskId.of(step))
                    .map(TaskRecord::fork)
                    .map(ForkRecord::count)
                    .ifPresent(count -> fannedOut(step, count));
        }
    }

    private void fannedOut(String opener, int count) {
        expected.perElement(opener).forEach(each -> step(each).expect(count));
    }

    @Override
    public void onTaskStarted(TaskUnit unit) {
        StepProgress step = step(unit);
        if (step.started(nanoTime.getAsLong())) {
            display.stepStarted(step.state(nanoTime.getAsLong()));
        }
    }

    @Override
    public void onTaskFinished(TaskUnit unit, TaskOutcome outcome) {
        if (outcome.fact() != null && outcome.fact().ending() instanceof FannedOut foreach) {
            fannedOut(unit.task().step(), foreach.count());
        }
        StepProgress step = step(unit);
        if (step.finished(nanoTime.getAsLong())) {
            display.stepEnded(step.state(nanoTime.getAsLong()));
        }
    }

    @Override
    public void onTaskRetried(TaskUnit unit, FailureRecord failure) {
        step(unit).retried();
    }

    @Override
    public void onTaskFailed(TaskUnit unit, FailureRecord failure) {
        StepProgress step = step(unit);
        if (step.failed(nanoTime.getAsLong())) {
            display.stepEnded(step.state(nanoTime.getAsLong()));
        }
    }

    @Override
    public void onRunFinished(RunReference run, RunStatus status) {
        display.close();
    }
}
