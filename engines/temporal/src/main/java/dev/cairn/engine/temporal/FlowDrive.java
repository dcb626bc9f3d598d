package dev.cairn.engine.temporal;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunStatus;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.Schedule.Elements;
import dev.cairn.engine.Schedule.Single;
import dev.cairn.engine.Schedule.Work;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskUnit;
import dev.cairn.engine.temporal.Ranges.Range;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Drives the schedule of a scope, from its beginning or from where the workflow before it was, to its end or until its history is long.
 * What a promise brings goes into an inbox, and everything else happens in one loop. Workflow code: what it does follows from its input
 * and from what activities returned.
 */
final class FlowDrive {
    /** Elements of a foreach that a child workflow runs one by one; few, so that its frontier stays short. */
    private static final int MOST_SINGLES = 20;

    private static final int MOST_PART_WORKFLOWS = 16;
    private static final int MOST_FRONTIER = 3000;
    private static final long MOST_HISTORY_BYTES = 8_000_000;
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Scope scope;
    private final WorkerFlow<?> flow;
    private final FlowPlan plan;
    private final RunId run;
    private final CancellationScope outer;
    private final CancellationScope work;
    private final Remote remote;
    private final SliceSizes sizes;
    private final Window window;
    private final Deque<Runnable> inbox = new ArrayDeque<>();
    private final Deque<Elements> parked = new ArrayDeque<>();
    private final Map<TaskId, Integer> runningWithin = new HashMap<>();
    private Schedule schedule;
    private int pending;
    private int parts;
    private int waits;
    private boolean ticking;
    private boolean stopped;
    private int drainAt;
    private @Nullable String failed;
    private @Nullable RuntimeException broken;
    private @Nullable Scope next;

    /**
     * For one workflow.
     *
     * @param outer is cancelled when the workflow is
     */
    FlowDrive(Scope scope, WorkerFlow<?> flow, CancellationScope outer) {
        this.scope = scope;
        this.flow = flow;
        this.plan = flow.plan();
        this.run = new RunId(scope.run());
        this.outer = outer;
        this.work = Workflow.newCancellationScope(this::handOut);
        this.remote = new Remote(scope.limits());
        this.sizes = new SliceSizes(scope.limits(), scope.sizes());
        this.window =
                new Window(scope.width() > 0 ? scope.width() : scope.limits().mostPending());
        this.drainAt = scope.limits().mostEvents();
        this.schedule = schedule();
    }

    private Schedule schedule() {
        Elements elements =
                scope.opener() == null ? null : new Elements(TaskId.parse(scope.opener()), scope.from(), scope.to());
        if (scope.frontier() != null) {
            return Schedule.at(plan, run, elements, scope.frontier());
        }
        return elements == null ? new Schedule(plan, run) : Schedule.of(plan, run, elements);
    }

    /** The task that failed first, or a {@link SharedChange}; null if none did. */
    @Nullable
    String failed() {
        return failed;
    }

    /** The scope with which another workflow goes on; null if this one has come to its end. */
    @Nullable
    Scope next() {
        return next;
    }

    /** Drives. */
    void run() {
        if (scope.opener() == null) {
            keep();
        }
        while (!ended()) {
            if (!stopped) { // what was cancelled cannot be run any more often: that fails the workflow task, again and
                // again
                work.run();
            }
            Workflow.await(() -> !inbox.isEmpty() || outer.isCancelRequested() && !stopped);
            if (outer.isCancelRequested()) {
                stop();
            }
            while (!inbox.isEmpty()) {
                inbox.poll().run();
            }
        }
        if (broken != null) {
            throw broken;
        } else if (next == null && scope.opener() == null) {
            RunStatus status = failed != null
                    ? RunStatus.FAILED
                    : schedule.succeeded() ? RunStatus.SUCCEEDED : RunStatus.INTERRUPTED;
            remote.finish(new RunTask(scope.flow(), scope.run(), status.name(), failed));
        }
    }

    private boolean ended() {
        boolean idle = pending == 0 && waits == 0 && inbox.isEmpty();
        if (idle && !stopped && !schedule.succeeded() && parked.isEmpty() && isLong()) {
            goOnElsewhere();
        }
        return next != null || idle && (stopped || schedule.succeeded());
    }

    private boolean isLong() {
        return Workflow.getInfo().getHistoryLength() > drainAt
                || Workflow.getInfo().getHistorySize() > MOST_HISTORY_BYTES;
    }

    private void goOnElsewhere() {
        String frontier = schedule.frontier();
        if (frontier.length()
                > MOST_FRONTIER) { // of elements that were given back; there are fewer when these have run
            drainAt += scope.limits().mostEvents() / 4;
        } else {
            next = scope.goOn(frontier, sizes.text());
        }
    }

    /** The run lives as long as this activity gives signs of life. It ends if somebody asked to stop the run. */
    private void keep() {
        Promise<Void> kept = remote.keep(new RunTask(scope.flow(), scope.run(), null, null));
        kept.handle((nothing, problem) -> {
            inbox.add(() -> {
                if (problem != null) {
                    broken(problem);
                }
                stop();
            });
            return null;
        });
    }

    private void stop() {
        if (!stopped) {
            stopped = true;
            work.cancel();
        }
    }

    private void broken(RuntimeException problem) {
        if (broken == null && !Remote.isCancel(problem)) {
            broken = problem;
        }
        stop();
    }

    private void failed(String task) {
        if (failed == null && !stopped) {
            failed = task;
        }
        stop();
    }

    /** Starts what may start. */
    private void handOut() {
        for (Schedule.Wait wait = stopped ? null : schedule.pollWait(); wait != null; wait = schedule.pollWait()) {
            startWait(wait);
        }
        if (stopped || isLong() && parked.isEmpty()) {
            return;
        }
        startParked();
        List<Elements> held = new ArrayList<>();
        while (pending < window.size() && !isLong() && startNext(held)) {
            // the next
        }
        boolean more = pending >= window.size() && schedule.hasReady();
        held.forEach(schedule::giveBack);
        if (more && window.canGrow() && !ticking) {
            tick();
        }
    }

    private void startWait(Schedule.Wait wait) {
        waits++;
        receive(Workflow.newTimer(wait.delay()), nothing -> {}, () -> {
            waits--;
            schedule.waitOver(wait.unit());
        });
    }

    private void tick() {
        ticking = true;
        receive(Workflow.newTimer(TICK), nothing -> {}, () -> {
            ticking = false;
            window.tick();
        });
    }

    /** Calls {@code always} when a promise has come, and {@code then} if it brought something. */
    private <T> void receive(Promise<T> promise, Consumer<T> then, Runnable always) {
        promise.handle((result, problem) -> {
            inbox.add(() -> {
                always.run();
                if (problem != null) {
                    broken(problem);
                } else {
                    then.accept(result);
                }
            });
            return null;
        });
    }

    /** Starts one piece of work; false if there is none. */
    private boolean startNext(List<Elements> held) {
        Elements elements = schedule.nextElements();
        if (elements != null && !(scope.single() && elements.opener().toString().equals(scope.opener()))) {
            return startElements(elements, held);
        }
        TaskUnit unit = schedule.poll();
        if (unit != null) {
            startChain(unit);
        }
        return unit != null;
    }

    private boolean startElements(Elements waiting, List<Elements> held) {
        String step = waiting.opener().step();
        int width = flow.width(step);
        int workers = width > 0 ? width : window.workers();
        int size = sizes.next(step, waiting.size(), workers);
        int part =
                (int) Math.min(Integer.MAX_VALUE, (long) size * scope.limits().slicesOfChild());
        boolean tooMany = width == 0 && sizes.isFull(step) && waiting.size() > part && parts < MOST_PART_WORKFLOWS;
        boolean full = width > 0 && running(waiting.opener()) >= width;
        Work polled = schedule.pollWork(full ? Integer.MAX_VALUE : tooMany ? part : size);
        if (polled instanceof Single single) {
            startChain(single.unit());
        } else if (polled instanceof Elements elements) {
            if (full) {
                held.add(elements);
            } else if (tooMany) {
                startPart(elements);
            } else {
                startSlice(elements);
            }
        }
        return polled != null;
    }

    private int running(TaskId opener) {
        return runningWithin.getOrDefault(opener, 0);
    }

    private void startChain(TaskUnit unit) {
        pending++;
        List<String> parents = unit.parents().stream().map(TaskId::toString).toList();
        ChainTask task = new ChainTask(
                scope.flow(),
                scope.run(),
                unit.task().toString(),
                unit.attempt(),
                parents,
                scope.check(),
                scope.limits().sliceMillis());
        receive(
                remote.chain(flow.queues().suffix(unit.task().step()), task),
                outcome -> chainEnded(unit, outcome),
                () -> pending--);
    }

    private void chainEnded(TaskUnit first, ChainOutcome outcome) {
        if (SharedChange.is(outcome.ending())) {
            failed(outcome.ending());
            return;
        }
        TaskId task = TaskId.parse(outcome.task());
        List<TaskId> parents = task.equals(first.task())
                ? first.parents()
                : outcome.parents().stream().map(TaskId::parse).toList();
        TaskUnit last = new TaskUnit(scope.flow(), run, task, outcome.attempt(), parents);
        TaskFact.Ending ending = Endings.read(plan, task.step(), outcome.ending());
        schedule.tellChain(first, last, new TaskFact(task, outcome.attempt(), ending));
        if (schedule.failed()) {
            failed(outcome.task());
        }
    }

    private void startSlice(Elements elements) {
        begin(elements.opener());
        SliceTask task = new SliceTask(
                scope.flow(),
                scope.run(),
                elements.opener().toString(),
                elements.from(),
                elements.to(),
                scope.check(),
                scope.limits().sliceMillis());
        receive(
                remote.slice(suffixOfElements(elements.opener()), task),
                outcome -> sliceEnded(elements, outcome),
                () -> end(elements.opener()));
    }

    /** That of their first step. */
    private String suffixOfElements(TaskId opener) {
        return flow.queues().suffix(plan.step(opener.step()).next().get(0));
    }

    private void begin(TaskId opener) {
        pending++;
        runningWithin.merge(opener, 1, Integer::sum);
    }

    private void end(TaskId opener) {
        pending--;
        runningWithin.merge(opener, -1, Integer::sum);
    }

    private void sliceEnded(Elements slice, SliceOutcome outcome) {
        TaskId opener = slice.opener();
        window.reported(outcome.worker(), outcome.workers());
        sizes.ended(opener.step(), outcome.end() - slice.from(), outcome.micros());
        int arrived = slice.from();
        for (Range range : Ranges.read(outcome.parked(), MOST_SINGLES)) {
            arrived(opener, arrived, range.from());
            parked.add(new Elements(opener, range.from(), range.to()));
            arrived = range.to();
        }
        arrived(opener, arrived, outcome.end());
        if (outcome.end() < slice.to()) {
            schedule.giveBack(new Elements(opener, outcome.end(), slice.to()));
        }
        if (outcome.failed() != null) {
            failed(outcome.failed());
        }
    }

    private void arrived(TaskId opener, int from, int to) {
        if (from < to) {
            schedule.tellArrived(new Elements(opener, from, to));
        }
    }

    /** Elements that must wait, or that take longer than a slice. */
    private void startParked() {
        for (int left = parked.size(); left > 0 && pending < scope.limits().mostPending(); left--) {
            Elements elements = parked.remove();
            int width = flow.width(elements.opener().step());
            if (width > 0 && running(elements.opener()) >= width || scope.width() > 0 && pending >= scope.width()) {
                parked.add(elements);
            } else {
                startChild(elements, true, width > 0 || scope.width() > 0 ? 1 : 0);
            }
        }
    }

    /** A part of a foreach that has too many slices for one workflow. */
    private void startPart(Elements elements) {
        parts++;
        startChild(elements, false, 0);
    }

    private void startChild(Elements elements, boolean single, int width) {
        begin(elements.opener());
        Scope part =
                scope.part(elements.opener().toString(), elements.from(), elements.to(), single, width, sizes.text());
        receive(remote.child(part), outcome -> childEnded(elements, outcome), () -> {
            end(elements.opener());
            parts -= single ? 0 : 1;
        });
    }

    private void childEnded(Elements elements, ScopeOutcome outcome) {
        if (outcome.failed() != null) {
            failed(outcome.failed());
        } else {
            schedule.tellArrived(elements);
        }
    }
}
