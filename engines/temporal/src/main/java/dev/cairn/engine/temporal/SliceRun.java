package dev.cairn.engine.temporal;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.Schedule.Elements;
import dev.cairn.engine.TaskUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings elements of a foreach to their join. While the commit of a task is on its way to the disk, the next element begins. An element that
 * has to wait, or for which the time of the slice is not enough, is parked: the workflow goes on with it. For one thread.
 */
final class SliceRun {
    private static final int MOST_PARKED = 100;
    private static final int MOST_OPEN = 64;

    private final FlowPlan plan;
    private final ResourceQueues queues;
    private final UnitRun units;
    private final SliceTask task;
    private final BooleanSupplier closing;
    private final TaskId opener;
    private final String queue;
    private final List<Element> open = new ArrayList<>();
    private final TreeSet<Integer> parked = new TreeSet<>();
    private int next;
    private @Nullable TaskId failed;

    /** An element that has begun, and has not come to the join. */
    private static final class Element {
        private final int number;
        private final Schedule schedule;
        private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        private boolean begun;

        Element(int number, Schedule schedule) {
            this.number = number;
            this.schedule = schedule;
        }
    }

    /**
     * For one activity.
     *
     * @param closing whether the worker takes no more tasks
     */
    SliceRun(FlowPlan plan, ResourceQueues queues, UnitRun units, SliceTask task, BooleanSupplier closing) {
        this.plan = plan;
        this.queues = queues;
        this.units = units;
        this.task = task;
        this.closing = closing;
        this.opener = TaskId.parse(task.opener());
        this.queue = queues.suffix(plan.step(opener.step()).next().get(0));
        this.next = task.from();
    }

    SliceOutcome run(String worker, int workers) {
        while (failed == null && (!open.isEmpty() || mayBegin())) {
            Element element = nextElement();
            units.await(element.last);
            goOn(element);
        }
        for (Element element : open) { // the run fails
            units.await(element.last);
            parked.add(element.number);
        }
        return new SliceOutcome(
                next,
                Ranges.write(List.copyOf(parked)),
                failed == null ? units.changedWhileShared() : failed.toString(),
                units.micros(),
                worker,
                workers);
    }

    /** The oldest one that need not wait for the disk; or else a new one; or else the oldest. */
    private Element nextElement() {
        for (Element element : open) {
            if (element.last.isDone()) {
                return element;
            }
        }
        if (open.size() < MOST_OPEN && mayBegin()) {
            Elements one = new Elements(opener, next, next + 1);
            Element begun = new Element(next++, Schedule.of(plan, new RunId(task.run()), one));
            open.add(begun);
            return begun;
        }
        return open.get(0);
    }

    private boolean mayBegin() {
        return next < task.to() && parked.size() < MOST_PARKED && (next == task.from() || !isOver(1));
    }

    private boolean isOver(int times) {
        return units.micros() >= 1000L * times * task.millis() || closing.getAsBoolean();
    }

    /** What has begun may take as long again, so that few elements are parked. */
    private void goOn(Element element) {
        if (element.schedule.succeeded()) {
            open.remove(element);
            return;
        }
        TaskUnit unit = element.begun && isOver(2) ? null : element.schedule.poll();
        if (unit == null || !queues.suffix(unit.task().step()).equals(queue)) {
            open.remove(element);
            parked.add(element.number);
            return;
        }
        element.begun = true;
        UnitRun.Ended ended = units.run(unit);
        element.last = ended.durable();
        element.schedule.tell(ended.fact());
        if (element.schedule.failed()) {
            failed = unit.task();
        }
    }
}
