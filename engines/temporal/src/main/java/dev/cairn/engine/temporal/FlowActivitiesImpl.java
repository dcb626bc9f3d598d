package dev.cairn.engine.temporal;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import io.temporal.activity.Activity;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@link FlowActivities} on the datastore of a worker. Thread-safe. */
final class FlowActivitiesImpl implements FlowActivities {
    private final AttachedRuns runs;
    private final WorkerSettings settings;
    private final String worker;
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * For one worker.
     *
     * @param worker its name among the workers
     */
    FlowActivitiesImpl(AttachedRuns runs, WorkerSettings settings, String worker) {
        this.runs = runs;
        this.settings = settings;
        this.worker = worker;
    }

    /** Lets activities end before the next task. */
    void close() {
        closing.countDown();
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    @Override
    public ChainOutcome chain(ChainTask task) {
        return with(task.flow(), task.run(), (run, activity) -> {
            UnitRun units = new UnitRun(run, activity, task.check());
            return new ChainRun(run.plan(), run.queues(), units, task, this::isClosing).run();
        });
    }

    @Override
    public SliceOutcome slice(SliceTask task) {
        return with(task.flow(), task.run(), (run, activity) -> {
            UnitRun units = new UnitRun(run, activity, task.check());
            return new SliceRun(run.plan(), run.queues(), units, task, this::isClosing).run(worker, settings.workers());
        });
    }

    /** What an activity does with its run. */
    @FunctionalInterface
    private interface Body<T> {
        T call(AttachedRun run, RunningActivity activity);
    }

    private <T> T with(String flow, String id, Body<T> body) {
        AttachedRun run = runs.use(flow, id);
        try (RunningActivity activity = new RunningActivity(Activity.getExecutionContext(), run::stop)) {
            return body.call(run, activity);
        } finally {
            run.leave();
        }
    }

    @Override
    public void keep(RunTask task) {
        AttachedRun run = runs.use(task.flow(), task.run());
        try (RunningActivity activity = new RunningActivity(Activity.getExecutionContext(), () -> {})) {
            while (!activity.isTold() && !wasStopped(run) && !isClosing()) {
                closing.await(settings.keeping().toMillis(), TimeUnit.MILLISECONDS);
            }
            activity.requireOwn();
            if (isClosing() && !wasStopped(run)) {
                throw io.temporal.failure.ApplicationFailure.newFailure("the worker was closed", "cairn-closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Activity.wrap(e);
        } catch (DatastoreException e) {
            run.storeFailed();
            throw e;
        } finally {
            run.leave();
        }
    }

    /** Gives a sign of life; whether somebody asked to stop the run, or it has ended. */
    private boolean wasStopped(AttachedRun run) {
        RunRecord record = run.record();
        run.requireAlive();
        run.stored().heartbeat(run.id(), Instant.now());
        return record.stopRequestedAt() != null;
    }

    @Override
    public void finish(RunTask task) {
        AttachedRun run = runs.use(task.flow(), task.run());
        try {
            Runs stored = run.stored();
            String failed = task.failed();
            RunStatus status = RunStatus.valueOf(String.valueOf(task.status()));
            if (failed != null && SharedChange.is(failed)) {
                FailureRecord failure = SharedChange.failure(run.definition(), failed);
                stored.finish(run.id(), status, Instant.now(), null, failure);
            } else {
                TaskId first = failed == null ? null : TaskId.parse(failed);
                stored.finish(run.id(), status, Instant.now(), first, failure(run, first));
            }
        } catch (DatastoreException e) {
            run.storeFailed();
            throw e;
        } finally {
            run.leave();
        }
    }

    private @Nullable FailureRecord failure(AttachedRun run, @Nullable TaskId failed) {
        if (failed == null) {
            return null;
        }
        List<TaskRecord> attempts = run.stored().attempts(run.id(), failed);
        return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1).failure();
    }
}
