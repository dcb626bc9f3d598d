package dev.cairn.engine;

import dev.cairn.runtime.RunReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A run that was started and goes on, in a thread of its own. The process does not end before the run has, unless it is told to.
 * Thread-safe.
 *
 * @param <R> what the run is when it has succeeded
 */
public final class RunHandle<R> {
    private final RunReference run;
    private final Thread thread;
    private final CompletableFuture<R> end;

    private RunHandle(RunReference run, Thread thread, CompletableFuture<R> end) {
        this.run = run;
        this.thread = thread;
        this.end = end;
    }

    /** Runs a flow, and tells its argument when the run is stored. */
    @FunctionalInterface
    interface Execution {
        RunReference run(Consumer<RunReference> onStart);
    }

    /**
     * Starts a run; returns when it is stored.
     *
     * @throws RuntimeException what {@code execution} threw before the run was stored
     */
    static <R> RunHandle<R> start(Execution execution, Function<RunReference, R> result) {
        CompletableFuture<RunReference> started = new CompletableFuture<>();
        CompletableFuture<R> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> run(execution, result, started, end), "cairn-run");
        thread.setDaemon(false); // also if a worker of another run starts it
        thread.start();
        try {
            return new RunHandle<>(started.join(), thread, end);
        } catch (CompletionException e) {
            throw thrown(e.getCause());
        }
    }

    private static <R> void run(
            Execution execution,
            Function<RunReference, R> result,
            CompletableFuture<RunReference> started,
            CompletableFuture<R> end) {
        try {
            end.complete(result.apply(execution.run(started::complete)));
        } catch (Throwable e) { // whatever it is, somebody waits for it
            started.completeExceptionally(e);
            end.completeExceptionally(e);
        }
    }

    private static RuntimeException thrown(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception ? exception : new IllegalStateException(failure);
    }

    /** {@return the id of the run, which is stored already} */
    public String id() {
        return run.id().toString();
    }

    /** {@return whether the run has ended: succeeded, failed, or stopped} */
    public boolean isDone() {
        return end.isDone();
    }

    /**
     * Waits until the run has ended. The run goes on if the waiting thread is interrupted.
     *
     * @return the run, which succeeded
     * @throws InterruptedException if this thread was interrupted
     * @throws dev.cairn.runtime.FlowFailedException if a task failed
     * @throws dev.cairn.runtime.RunInterruptedException if the run was stopped, by {@link #cancel} for example
     */
    public R await() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        }
    }

    /**
     * Asks the run to stop, as when the process of a command line gets {@code SIGTERM}: tasks that are running are interrupted, and nothing
     * more starts. Does not wait for that: {@link #await} does, and then throws a {@link dev.cairn.runtime.RunInterruptedException}. What
     * has finished can be reused by a resumed run. Does nothing if the run has ended.
     */
    public void cancel() {
        if (!end.isDone()) {
            thread.interrupt();
        }
    }

    /**
     * A new future, which completes when the run has ended: with the run if it succeeded, otherwise with what {@link #await} would throw.
     * To complete or to cancel it does not affect the run.
     *
     * @return another future for each call
     */
    public CompletableFuture<R> future() {
        return end.copy();
    }

    @Override
    public String toString() {
        return "run " + run.definition().name() + "/" + run.id() + (end.isDone() ? ", which has ended" : "");
    }
}
