package dev.cairn.engine.task;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What those who watch over a run can see of it: the step methods that are being called, whichever runner calls them, and the threads
 * of the engine that failed. Thread-safe.
 */
public final class RunGuard {
    private final List<RunningCalls> runningCalls = new CopyOnWriteArrayList<>();
    private final Consumer<Throwable> threadFailures;
    private final RunningCalls.Listener listener;

    /** Of a run over which nobody watches. */
    public RunGuard() {
        this(failure -> {});
    }

    /**
     * Of a run over which somebody watches.
     *
     * @param threadFailures is told of the failures of threads; allocates nothing
     */
    public RunGuard(Consumer<Throwable> threadFailures) {
        this(threadFailures, RunningCalls.Listener.NONE);
    }

    /**
     * The same.
     *
     * @param listener is told of the calls of step methods
     */
    public RunGuard(Consumer<Throwable> threadFailures, RunningCalls.Listener listener) {
        this.threadFailures = threadFailures;
        this.listener = listener;
    }

    public void add(RunningCalls calls) {
        calls.tell(listener);
        runningCalls.add(calls);
    }

    public void remove(RunningCalls calls) {
        runningCalls.remove(calls);
    }

    public void threadFailed(Throwable failure) {
        threadFailures.accept(failure);
    }

    /** The threads that call step methods. Those that are virtual are in no list of the virtual machine. */
    public List<Thread> threads() {
        return runningCalls.stream().flatMap(calls -> calls.threads().stream()).toList();
    }

    /** The path of the task whose step method a thread calls; null if it calls none. */
    @Nullable
    public String taskOf(Thread thread) {
        for (RunningCalls calls : runningCalls) {
            String task = calls.taskOf(thread);
            if (task != null) {
                return task;
            }
        }
        return null;
    }

    /** Notes that the step method that a thread calls ends the process: it will never return. */
    public void exit(Thread thread) {
        runningCalls.forEach(calls -> calls.exit(thread));
    }
}
