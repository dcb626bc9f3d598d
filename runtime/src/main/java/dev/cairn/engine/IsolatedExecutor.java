package dev.cairn.engine;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.engine.process.Child;
import dev.cairn.engine.process.ChildNeeds;
import dev.cairn.engine.process.ChildPool;
import dev.cairn.engine.process.ChildStartException;
import dev.cairn.engine.process.Message;
import dev.cairn.runtime.StepTimeoutException;
import dev.cairn.runtime.TaskProcessException;
import dev.cairn.runtime.definition.StepDefinition;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * Executes units in other processes. This one learns of their outcomes, which are durable then, and of nothing else; it alone owns the
 * run. Of a process that dies, it commits that the attempt failed. Thread-safe.
 */
final class IsolatedExecutor implements UnitExecutor {
    /** How long after the end of its time a step may take to end, before its process is killed. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** How many processes may be killed in a row that have not begun with the attempt. */
    private static final int MOST_STARTS = 5;

    /** After these, a process may be damaged, or still have a step that does not end. */
    private static final Set<String> LAST_FAILURES =
            Set.of(StepTimeoutException.class.getName(), OutOfMemoryError.class.getName());

    private final TaskRunner<?> runner;
    private final Isolation isolation;
    private final ChildPool pool;
    private volatile boolean stopped;
    private volatile boolean abandoned;

    /**
     * For one run.
     *
     * @param runner commits the failures of tasks whose process died; closed with this
     * @param pool the processes of the run; closed with this
     */
    IsolatedExecutor(TaskRunner<?> runner, Isolation isolation, ChildPool pool) {
        this.runner = runner;
        this.isolation = isolation;
        this.pool = pool;
    }

    @Override
    public PendingOutcome runAhead(TaskUnit unit) {
        StepDefinition step = runner.step(unit);
        Child.Ending ending;
        int starts = 0;
        do {
            if (stopped) {
                return PendingOutcome.notStarted(unit);
            }
            try {
                ending = runOnce(unit, step);
            } catch (ChildStartException e) {
                return PendingOutcome.failed(unit, e);
            }
            if (stopped && ending instanceof Child.Died died && !died.begun()) {
                return PendingOutcome.notStarted(unit);
            }
        } while (ending instanceof Child.Died died && !died.begun() && ++starts < MOST_STARTS);
        return outcome(unit, step, ending);
    }

    private Child.Ending runOnce(TaskUnit unit, StepDefinition step) {
        ChildNeeds needs = isolation.needs(step);
        ChildPool.Answer answer = pool.take(needs);
        if (!(answer instanceof ChildPool.Taken taken)) {
            return ((ChildPool.NotTaken) answer).why();
        }
        Child child = taken.child();
        if (stopped) { // while it was started
            pool.giveBack(child);
            return new Child.Died("", false);
        }
        Child.Ending ending = child.run(
                new Message.Run(unit.task(), unit.attempt(), unit.parents()),
                unit.path(),
                step.timeout() == null ? null : step.timeout().plus(GRACE));
        if (ending instanceof Child.Ended ended && isFit(ended.outcome())) {
            pool.giveBack(child);
        } else {
            pool.discard(child);
        }
        if (!(ending instanceof Child.Ended || abandoned)) {
            runner.saveOutput(unit, child.shown());
        }
        return ending;
    }

    private static boolean isFit(TaskOutcome outcome) {
        FailureRecord failure = outcome.failure();
        return failure == null || !LAST_FAILURES.contains(failure.type());
    }

    private PendingOutcome outcome(TaskUnit unit, StepDefinition step, Child.Ending ending) {
        if (ending instanceof Child.Ended ended) {
            return PendingOutcome.elsewhere(unit, ended.outcome());
        } else if (ending instanceof Child.Unfit unfit) {
            return PendingOutcome.failed(
                    unit, new RecordedFailureException(unfit.refusal().reason()));
        } else if (abandoned) { // and so killed
            return PendingOutcome.notStarted(unit);
        }
        return PendingOutcome.elsewhere(unit, runner.fail(unit, failure(step, ending)));
    }

    private static RuntimeException failure(StepDefinition step, Child.Ending ending) {
        return ending instanceof Child.Died died
                ? new TaskProcessException("the process of step `" + step.name() + "` died: " + died.how())
                : new StepTimeoutException(step.name(), Objects.requireNonNull(step.timeout()));
    }

    @Override
    public void stop() {
        stopped = true;
        pool.stop();
    }

    @Override
    public void abandon() {
        abandoned = true;
        runner.abandon();
        pool.kill();
    }

    @Override
    public int exiting() {
        return 0;
    }

    @Override
    public void close() {
        pool.close();
        runner.close();
    }
}
