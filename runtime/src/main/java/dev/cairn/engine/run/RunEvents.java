package dev.cairn.engine.run;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.engine.RunListener;
import dev.cairn.engine.TaskFact.Failed;
import dev.cairn.engine.TaskOutcome;
import dev.cairn.engine.TaskUnit;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** Tells the listeners of a run what happens in it, and keeps from the run what they throw. Thread-safe. */
public final class RunEvents {
    private final FlowDefinition<?> definition;
    private final List<Told> listeners;

    /** A listener, and whether it has thrown something: a second warning would say nothing new, and there may be millions. */
    private record Told(RunListener listener, AtomicBoolean hasThrown) {}

    public RunEvents(FlowDefinition<?> definition, List<RunListener> listeners) {
        this.definition = definition;
        this.listeners = listeners.stream()
                .map(listener -> new Told(listener, new AtomicBoolean()))
                .toList();
    }

    public void runStarted(RunReference run) {
        tell(listener -> listener.onRunStarted(run));
    }

    /** Whether anybody is told: what is told may be costly to find out. */
    public boolean isFollowed() {
        return !listeners.isEmpty();
    }

    public void tasksReused(RunReference run, String step, long tasks) {
        tell(listener -> listener.onTasksReused(run, step, tasks));
    }

    public void runFinished(RunReference run, RunStatus status) {
        tell(listener -> listener.onRunFinished(run, status));
    }

    public void taskStarted(TaskUnit unit) {
        tellOfTask(listener -> listener.onTaskStarted(unit));
    }

    /** The outcome is made only if somebody wants to know of it. */
    public void taskEnded(TaskUnit unit, Supplier<TaskOutcome> outcome) {
        if (isFollowed()) {
            taskEnded(unit, outcome.get());
        }
    }

    private void taskEnded(TaskUnit unit, TaskOutcome outcome) {
        FailureRecord failure = outcome.failure();
        if (outcome.fact() != null && !(outcome.fact().ending() instanceof Failed)) {
            tellOfTask(listener -> listener.onTaskFinished(unit, outcome));
        } else if (failure != null && isRetried(outcome)) {
            tellOfTask(listener -> listener.onTaskRetried(unit, failure));
        } else if (failure != null) {
            tellOfTask(listener -> listener.onTaskFailed(unit, failure));
        } // otherwise the run was told to stop before the step began
    }

    private boolean isRetried(TaskOutcome outcome) {
        return outcome.fact() != null
                && outcome.fact().ending() instanceof Failed failed
                && failed.mayRetry()
                && outcome.attempt()
                        < definition.step(outcome.task().step()).retries().times();
    }

    /** An interrupt that a listener leaves behind must not hit the datastore; the thread of a task is interrupted in its step only. */
    private void tellOfTask(Consumer<RunListener> event) {
        if (isFollowed()) {
            tell(event);
            Thread.interrupted();
        }
    }

    private void tell(Consumer<RunListener> event) {
        for (Told told : listeners) {
            try {
                event.accept(told.listener());
            } catch (Throwable e) { // whatever it is, it is the listener's
                log(told, e);
            }
        }
    }

    private void log(Told told, Throwable thrown) {
        try {
            String what = "a listener of flow {} threw an exception; the run goes on";
            if (told.hasThrown().compareAndSet(false, true)) {
                LoggerFactory.getLogger(RunEvents.class).warn(what, definition.name(), thrown);
            } else {
                LoggerFactory.getLogger(RunEvents.class).debug(what, definition.name(), thrown);
            }
        } catch (Throwable e) {
            // there is nobody left to tell
        }
    }
}
