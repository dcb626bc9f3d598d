package dev.cairn.engine.temporal;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.ActivityWorkerShutdownException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Gives the signs of life of one activity to the server, and learns from the answers whether the activity is to stop. One thread of the
 * process does that for all activities. Thread-safe.
 */
final class RunningActivity implements AutoCloseable {
    private static final ScheduledExecutorService THREAD = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "cairn-activity-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    private final ActivityExecutionContext context;
    private final Runnable onCancel;
    private final ScheduledFuture<?> beats;
    private volatile @Nullable RuntimeException told;

    /**
     * Begins to give signs of life.
     *
     * @param onCancel is called when the activity is cancelled, because its run is to stop
     */
    RunningActivity(ActivityExecutionContext context, Runnable onCancel) {
        this.context = context;
        this.onCancel = onCancel;
        long interval = Math.max(50, context.getInfo().getHeartbeatTimeout().toMillis() / 4);
        this.beats = THREAD.scheduleWithFixedDelay(this::beat, 0, interval, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            context.heartbeat(null);
        } catch (ActivityWorkerShutdownException e) {
            // the worker knows that it is closed, and when it has waited long enough
        } catch (ActivityCompletionException e) {
            boolean first = told == null;
            told = reason(e);
            if (first && told instanceof ActivityCanceledException) {
                onCancel.run();
            }
        } catch (RuntimeException e) { // the server does not respond; it will give the activity to another worker
            LoggerFactory.getLogger(RunningActivity.class).debug("a heartbeat could not be sent", e);
        }
    }

    /** This process may have been stopped for so long that the activity was given to another worker: that is no cancel. */
    private static RuntimeException reason(ActivityCompletionException answer) {
        return answer.getCause() instanceof TimeoutFailure
                ? ApplicationFailure.newFailure("the activity was given to another worker", "cairn-lost")
                : answer;
    }

    /** Whether the activity was cancelled, or is no longer this worker's. */
    boolean isTold() {
        return told != null;
    }

    /**
     * Ends the activity if it was cancelled, or is no longer this worker's.
     *
     * @throws RuntimeException if so, to be thrown by the activity
     */
    void requireOwn() {
        RuntimeException reason = told;
        if (reason != null) {
            throw reason;
        }
    }

    /** Whether this is not the first delivery of the activity, so that tasks of it may have ended. */
    boolean isRedelivered() {
        return context.getInfo().getAttempt() > 1;
    }

    @Override
    public void close() {
        beats.cancel(false);
    }
}
