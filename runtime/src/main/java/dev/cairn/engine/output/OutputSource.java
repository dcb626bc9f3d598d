package dev.cairn.engine.output;

import dev.cairn.engine.TaskUnit;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Whose the output of a thread is: that of an attempt of a task until its step has ended, then of the run until that has ended, then
 * nobody's. Thread-safe.
 */
public final class OutputSource {
    private static final String RUN_KEY = "cairn.run";
    private static final String STEP_KEY = "cairn.step";
    private static final String TASK_KEY = "cairn.task";

    private final RunOutput run;
    private final TaskUnit unit;
    private final OutputLog own;
    private volatile @Nullable OutputLog task;
    private volatile boolean ended;

    OutputSource(RunOutput run, TaskUnit unit, OutputLog task) {
        this.run = run;
        this.unit = unit;
        this.own = task;
        this.task = run.captures() ? task : null;
    }

    /** What a thread does. */
    @FunctionalInterface
    public interface Body<R extends @Nullable Object, X extends Exception> {
        R call() throws X;
    }

    /** Calls {@code body} on this thread, whose output is of this source meanwhile, and whose MDC says so. Then all is as before. */
    public <R extends @Nullable Object, X extends Exception> R call(Body<R, X> body) throws X {
        Map<String, String> context = MDC.getCopyOfContextMap();
        OutputSource before = StandardStreams.enter(this);
        try {
            MDC.put(RUN_KEY, run.path());
            MDC.put(STEP_KEY, unit.task().step());
            MDC.put(TASK_KEY, unit.task().toString());
            return body.call();
        } finally {
            StandardStreams.leave(before);
            if (context == null) {
                MDC.clear();
            } else {
                MDC.setContextMap(context);
            }
        }
    }

    /** The same for what is called later, on any thread. */
    public Runnable wrap(Runnable action) {
        Objects.requireNonNull(action);
        return () -> call(() -> {
            action.run();
            return null;
        });
    }

    /** The same for what is called later, on any thread. */
    public <T extends @Nullable Object> Callable<T> wrap(Callable<T> action) {
        Objects.requireNonNull(action);
        return () -> call(action::call);
    }

    /** The same for what is called later, on any thread. */
    public <T extends @Nullable Object> Supplier<T> wrapSupplier(Supplier<T> action) {
        Objects.requireNonNull(action);
        return () -> call(action::get);
    }

    /** Ends the attempt's part. */
    public void end() {
        ended = true;
        OutputLog log = task;
        if (log != null) {
            log.end();
            task = null;
        }
    }

    /** The log of the attempt; null once that has ended, and if nothing is captured. */
    @Nullable
    OutputLog task() {
        return task;
    }

    /** The log of the attempt, also if the streams are not captured; null once the attempt has ended. */
    @Nullable
    OutputLog log() {
        return ended ? null : own;
    }

    /** The pathspec of the task. */
    String path() {
        return unit.path();
    }

    RunOutput run() {
        return run;
    }
}
