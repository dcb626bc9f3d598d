package dev.cairn.engine.local;

import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.RunTasks;
import dev.cairn.engine.TaskFailure;
import dev.cairn.engine.TaskOutcome;
import dev.cairn.engine.TaskUnit;
import dev.cairn.runtime.FailureText;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One run: its schedule, its worker threads, and what it waits for. Threads are started as there is work for them. All state
 * is guarded by one lock.
 */
final class LocalRun {
    private final RunTasks<?> tasks;
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
    private boolean stopped;
    private @Nullable TaskFailure failure;
    private @Nullable Throwable broken;

    LocalRun(RunTasks<?> tasks, Duration patience) {
        this.tasks = tasks;
        this.patience = patience;
        this.schedule = new Schedule(tasks.definition(), tasks.structure());
        this.waits = new Waits(tasks.alarmClock(), this::retry);
    }

    Optional<TaskFailure> run() throws InterruptedException {
        lock.lock();
        try {
            startWorker();
            while (!(stopped || schedule.ended() && running == 0 && undurable == 0)) {
                progress.await();
            }
            stop();
            awaitStopped();
            if (failure == null && broken != null) {
                throw new IllegalStateException("a thread of the run failed: " + FailureText.line(broken), broken);
            }
            return Optional.ofNullable(failure);
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
        while ((running > tasks.exiting() || undurable > 0) && nanos > 0) {
            try {
                nanos = progress.awaitNanos(nanos);
            } catch (InterruptedException e) {
                interrupted = true; // asked again: give up at once
                nanos = 0;
            }
        }
        if (running > 0) {
            tasks.abandon();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where the machine has no more threads, those that run do the work. */
    private void startWorker() {
        Thread thread = new Thread(this::work, "cairn-worker-" + (workers + 1));
        thread.setDaemon(true);
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
            tasks.threadFailed(e);
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
        ReadyTask task = take();
        while (task != null) {
            TaskOutcome outcome;
            try {
                outcome = execute(task);
            } catch (Throwable e) { // or else the run would wait for this task for ever
                outcome = TaskOutcome.failed(e);
            }
            complete(task, outcome);
            task = take();
        }
    }

    /** The next task for this thread; null if there will be none. */
    private @Nullable ReadyTask take() {
        lock.lock();
        try {
            while (!stopped) {
                ReadyTask task = schedule.poll();
                if (task != null) {
                    running++;
                    callHelp();
                    return task;
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

    private TaskOutcome execute(ReadyTask task) {
        return tasks.execute(
                new TaskUnit(tasks.definition().name(), tasks.runId(), task.id(), task.attempt(), task.parents()));
    }

    private void complete(ReadyTask task, TaskOutcome outcome) {
        lock.lock();
        try {
            running--;
            schedule.ended(task);
            if (outcome.retryAfter() != null && !stopped) {
                retryAfter(outcome.retryAfter(), task.again());
            } else if (outcome.failure() != null) {
                fail(task.id(), outcome.failure());
            }
            awaitDurable(task.id(), outcome);
            TaskRecord record = outcome.record();
            if (record != null && record.finished() && !stopped) {
                schedule.finished(task, record);
            }
            progress.signalAll();
        } catch (RuntimeException | Error e) {
            fail(task.id(), e);
        } finally {
            lock.unlock();
        }
    }

    private void retryAfter(Duration wait, ReadyTask task) {
        if (wait.isZero()) {
            schedule.retry(task);
        } else {
            waits.add(task, wait);
        }
    }

    private void retry(ReadyTask task) {
        lock.lock();
        try {
            if (waits.remove(task)) {
                schedule.retry(task);
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
            } else if (workers < tasks.maxWorkers()) {
                startWorker();
            }
        }
    }

    private void awaitDurable(TaskId task, TaskOutcome outcome) {
        if (!outcome.durable().isDone() || outcome.durable().isCompletedExceptionally()) {
            undurable++;
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

    private void fail(TaskId task, Throwable cause) {
        if (failure == null && !stopped) {
            failure = new TaskFailure(task, cause);
        }
        stop();
    }

    private void stop() {
        if (!stopped) {
            stopped = true;
            waits.cancel();
            tasks.stop();
        }
        work.signalAll();
        progress.signalAll();
    }
}
