package dev.cairn.engine.local;

import dev.cairn.datastore.TaskId;
import dev.cairn.engine.PendingOutcome;
import dev.cairn.engine.RunRequest;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFailure;
import dev.cairn.engine.TaskUnit;
import dev.cairn.engine.UnitExecutor;
import dev.cairn.runtime.internal.FailureText;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * One run: its schedule, its worker threads, and what it waits for. Threads are started as there is work for them. All state, the
 * schedule included, is guarded by one lock.
 */
final class LocalRun {
    private final RunRequest<?> request;
    private final UnitExecutor executor;
    private final Duration patience;
    private final Schedule schedule;
    private final Waits waits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition progress = lock.newCondition();
    private int workers;
    private int idle;
    private int running;
    private int undurable;
    private volatile boolean stopped; // written under the lock
    private @Nullable TaskFailure failure;
    private @Nullable Throwable broken;

    LocalRun(RunRequest<?> request, UnitExecutor executor, Duration patience) {
        this.request = request;
        this.executor = executor;
        this.patience = patience;
        this.schedule = request.newSchedule();
        this.waits = new Waits(request.alarmClock(), this::retry);
    }

    Optional<TaskFailure> run() throws InterruptedException {
        lock.lock();
        try {
            startWorker();
            while (!(stopped || schedule.over() && running == 0 && undurable == 0)) {
                progress.await();
            }
            stop();
            awaitStopped();
            if (failure == null && broken != null) {
                throw new IllegalStateException("a thread of the run failed: " + FailureText.line(broken), broken);
            }
            return Optional.ofNullable(failure)
                    .map(first ->
                            first.withOthers(Math.max(0, schedule.failures().size() - 1)));
        } catch (InterruptedException e) {
            stop();
            awaitStopped();
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** Waits, within reason, for the tasks that were told to stop, and for what they commit. */
    private void awaitStopped() {
        long nanos = patience.toNanos();
        boolean interrupted = false;
        while ((running > executor.exiting() || undurable > 0) && nanos > 0) {
            try {
                nanos = progress.awaitNanos(nanos);
            } catch (InterruptedException e) {
                interrupted = true; // asked again: give up at once
                nanos = 0;
            }
        }
        if (running > 0) {
            executor.abandon();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where the machine has no more threads, those that run do the work. */
    private void startWorker() {
        Thread thread = request.newThread("cairn-worker-" + (workers + 1), this::work);
        try {
            thread.start();
            workers++;
        } catch (OutOfMemoryError e) {
            if (workers == 0) {
                throw e;
            }
        }
    }

    private void work() {
        try {
            executeTasks();
        } catch (Throwable e) { // without this thread the run might wait for ever
            request.threadFailed(e);
            breakOff(e);
        }
    }

    private void breakOff(Throwable cause) {
        lock.lock();
        try {
            broken = cause;
            stop();
        } finally {
            lock.unlock();
        }
    }

    private void executeTasks() {
        TaskUnit unit = take();
        while (unit != null) {
            request.taskStarted(unit);
            PendingOutcome outcome;
            List<TaskFact> takenOver = List.of();
            try {
                outcome = executor.runAhead(unit);
                TaskFact fact = outcome.fact();
                if (fact != null) {
                    takenOver = request.takeOverAfter(fact, () -> stopped);
                }
            } catch (Throwable e) { // or else the run would wait for this task for ever
                outcome = PendingOutcome.failed(unit, e);
            }
            request.taskEnded(outcome);
            request.tasksReused(takenOver);
            complete(outcome, takenOver);
            unit = take();
        }
    }

    /** The next task for this thread; null if there will be none. */
    private @Nullable TaskUnit take() {
        lock.lock();
        try {
            while (!stopped) {
                TaskUnit unit = schedule.poll();
                if (unit != null) {
                    running++;
                    callHelp();
                    return unit;
                }
                idle++;
                work.awaitUninterruptibly();
                idle--;
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void complete(PendingOutcome outcome, List<TaskFact> takenOver) {
        TaskId task = outcome.unit().task();
        lock.lock();
        try {
            running--;
            TaskFact fact = outcome.fact();
            if (fact != null && !stopped) {
                tell(fact, outcome.thrown());
                takenOver.forEach(schedule::tell);
            } else if (outcome.thrown() != null) {
                fail(task, outcome.thrown());
            }
            awaitDurable(outcome);
            progress.signalAll();
        } catch (RuntimeException | Error e) {
            fail(task, e);
        } finally {
            lock.unlock();
        }
    }

    private void tell(TaskFact fact, @Nullable Throwable thrown) {
        if (schedule.tell(fact) != Schedule.Answer.TAKEN) {
            LoggerFactory.getLogger(LocalRun.class)
                    .warn(
                            "the end of attempt {} of task {} was reported twice; it counts once",
                            fact.attempt(),
                            fact.task());
        }
        if (schedule.failed() && !request.keepsGoing()) {
            fail(fact.task(), thrown);
        } else if (failure == null && schedule.failures().contains(fact.task())) {
            failure = new TaskFailure(fact.task(), Objects.requireNonNull(thrown));
        }
        for (Schedule.Wait wait = schedule.pollWait(); wait != null; wait = schedule.pollWait()) {
            waits.add(wait.unit(), wait.delay());
        }
    }

    private void retry(TaskUnit unit) {
        lock.lock();
        try {
            if (waits.remove(unit)) {
                schedule.waitOver(unit);
                callHelp();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets one more thread look for work if there is any left; it will do the same. */
    private void callHelp() {
        if (schedule.hasReady()) {
            if (idle > 0) {
                work.signal();
            } else if (workers < request.maxWorkers()) {
                startWorker();
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what it does is all there is
    private void awaitDurable(PendingOutcome outcome) {
        if (!outcome.durable().isDone() || outcome.durable().isCompletedExceptionally()) {
            undurable++;
            TaskId task = outcome.unit().task(); // and not the outcome, which holds the record
            outcome.durable().whenComplete((result, problem) -> durable(task, problem));
        }
    }

    private void durable(TaskId task, @Nullable Throwable problem) {
        lock.lock();
        try {
            undurable--;
            if (problem != null) {
                Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
                fail(task, cause == null ? problem : cause);
            }
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the run: what failed before, and did not end it, matters less. */
    private void fail(TaskId task, @Nullable Throwable cause) {
        if (!stopped) {
            failure = new TaskFailure(task, Objects.requireNonNull(cause));
        }
        stop();
    }

    private void stop() {
        if (!stopped) {
            stopped = true;
            waits.cancel();
            executor.stop();
        }
        work.signalAll();
        progress.signalAll();
    }
}
