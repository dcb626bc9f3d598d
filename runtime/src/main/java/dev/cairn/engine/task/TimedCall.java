package dev.cairn.engine.task;

import dev.cairn.engine.AlarmClock;
import dev.cairn.engine.AlarmClock.Alarm;
import dev.cairn.engine.task.RunningCalls.Call;
import dev.cairn.runtime.StepTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A call of a step method that may take so long and no longer. It is made on a thread of its own, so that the task can go on
 * without a method that does not return: that keeps its thread, and nothing else.
 *
 * <p>Three threads meet here: the one of the task, which waits; the one that calls the method; the one of the clock. Whichever of
 * the last two comes first decides how the call ended.
 */
final class TimedCall implements StepCall {
    private final RunningCalls runningCalls;
    private final String task;
    private final Method method;
    private final StepTimeoutException timeoutException;
    private final Duration timeout;
    private final AlarmClock clock;
    private final Executor threads;
    private final CompletableFuture<Ending> end = new CompletableFuture<>();
    private volatile @Nullable Call running;

    TimedCall(
            RunningCalls runningCalls,
            String task,
            Method method,
            String step,
            Duration timeout,
            AlarmClock clock,
            Executor threads) {
        this.runningCalls = runningCalls;
        this.task = task;
        this.method = method;
        this.timeoutException = new StepTimeoutException(step, timeout);
        this.timeout = timeout;
        this.clock = clock;
        this.threads = threads;
    }

    /** How a call ended: whether the method was called, and what was thrown, if anything. */
    private record Ending(boolean called, @Nullable Throwable failure) {}

    @Override
    public boolean call() throws Throwable {
        Alarm alarm = clock.limit(timeout, this::timeOut);
        try {
            threads.execute(this::callMethod);
            Ending ending = end.join();
            if (ending.failure() != null) {
                throw ending.failure();
            }
            return ending.called();
        } finally {
            alarm.cancel();
        }
    }

    @Override
    public boolean timedOut() {
        Ending ending = end.getNow(null);
        return ending != null && ending.failure() == timeoutException;
    }

    private void callMethod() {
        Call call = runningCalls.enter(task);
        if (call == null) {
            end.complete(new Ending(false, null));
            return;
        }
        Throwable failure = null;
        running = call;
        try {
            if (!end.isDone()) {
                method.call();
            }
        } catch (Throwable e) { // also errors: whatever a step throws is its failure
            failure = e;
        } finally {
            runningCalls.leave(call);
        }
        end.complete(new Ending(true, failure));
    }

    /** Ends the call before it interrupts the method, so that what the interrupt causes comes too late. */
    private void timeOut() {
        Call call = running;
        timeoutException.setStackTrace(call == null ? new StackTraceElement[0] : call.stackTrace());
        if (end.complete(new Ending(true, timeoutException))) {
            call = running; // it may have begun meanwhile
            if (call != null) {
                runningCalls.interrupt(call);
            }
        }
    }
}
