package dev.cairn.engine;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunRecord;
import dev.cairn.engine.run.ExitWatch;
import dev.cairn.engine.run.Watchdog;
import dev.cairn.engine.secret.Secrets;
import dev.cairn.engine.task.RunGuard;
import dev.cairn.runtime.TaskProcessException;
import dev.cairn.runtime.definition.FlowDefinition;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The execution of one attempt in a process of its own: on another thread, so that the one that waits can say what happened if the step
 * ends the process, or fills its heap. Used by one thread.
 */
final class SingleExecution<F> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LOOK_MILLIS = 1000;
    private static final long PAUSE_NANOS = 200_000_000;
    private static final int PROBE_BYTES = 1 << 16;

    private final FlowDefinition<F> definition;
    private final Datastore datastore;
    private final RunRecord run;
    private final Secrets secrets;
    private final OutputListener output;
    private final ProcessEnd processEnd;

    SingleExecution(
            FlowDefinition<F> definition,
            Datastore datastore,
            RunRecord run,
            Secrets secrets,
            OutputListener output,
            ProcessEnd processEnd) {
        this.definition = definition;
        this.datastore = datastore;
        this.run = run;
        this.secrets = secrets;
        this.output = output;
        this.processEnd = processEnd;
    }

    /** @throws InterruptedException if the calling thread was interrupted; nothing of the attempt is stored */
    TaskOutcome execute(TaskUnit unit) throws InterruptedException {
        Watchdog watchdog = new Watchdog(processEnd, PATIENCE);
        RunGuard guard = new RunGuard(watchdog::look);
        ExitWatch exitWatch = new ExitWatch(guard, processEnd);
        RunSettings settings = RunSettings.standard().withOutput(output);
        RunRequest<F> request = RunRequest.stored(definition, datastore, run, settings, guard, () -> secrets);
        try (TaskRunner<F> runner = request.newTaskRunner()) {
            return execute(unit, runner, watchdog);
        } finally {
            exitWatch.close();
            watchdog.close();
        }
    }

    private static TaskOutcome execute(TaskUnit unit, TaskRunner<?> runner, Watchdog watchdog)
            throws InterruptedException {
        CompletableFuture<TaskOutcome> outcome = start(() -> runner.run(unit));
        try {
            return await(outcome, watchdog);
        } catch (InterruptedException e) {
            if (watchdog.cause() != null) {
                throw new DatastoreException("task " + unit.path() + " was stopped: the Java heap was full and stayed"
                        + " full. Make it larger with -Xmx, or keep fewer objects in memory.");
            } else if (ExitWatch.isExiting()) {
                return start(() -> runner.fail(
                                unit, TaskProcessException.exit(unit.task().step())))
                        .join();
            }
            runner.abandon();
            runner.stop();
            awaitStopped(outcome);
            throw e;
        }
    }

    private static <T> CompletableFuture<T> start(Supplier<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(action.get());
                    } catch (Throwable e) { // whoever waits has to hear of it
                        result.completeExceptionally(e);
                    }
                },
                "cairn-task");
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    /**
     * Waits; and looks now and then whether there is memory, without which the other thread may wait for ever. Where there is none, the
     * watchdog ends this process, or interrupts this thread.
     */
    private static TaskOutcome await(CompletableFuture<TaskOutcome> outcome, Watchdog watchdog)
            throws InterruptedException {
        while (true) {
            try {
                watchdog.alive(); // whether the datastore responds, is for the owner of the run to say
                return outcome.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                probe(watchdog);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof OutOfMemoryError lost)) {
                    throw thrown(e.getCause());
                }
                memoryLost(lost, watchdog);
            } catch (OutOfMemoryError e) {
                memoryLost(e, watchdog);
            }
        }
    }

    private static void memoryLost(OutOfMemoryError failure, Watchdog watchdog) {
        watchdog.look(failure);
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new CompletionException(cause);
    }

    private static void probe(Watchdog watchdog) {
        try {
            if (new byte[PROBE_BYTES].length != PROBE_BYTES) { // or else nothing would be allocated
                throw new IllegalStateException();
            }
        } catch (OutOfMemoryError e) {
            memoryLost(e, watchdog);
        }
    }

    private static void awaitStopped(CompletableFuture<TaskOutcome> outcome) throws InterruptedException {
        try {
            outcome.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // it is stopped, or will not be; nothing of it is stored either way
        }
    }
}
