package dev.cairn.engine.resume;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.Schedule;
import dev.cairn.engine.Schedule.Elements;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskUnit;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.runtime.graph.FlowStructure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the tasks of a new run in the order in which they would start, and goes on behind those that are reused. Where the branches of
 * a foreach are chains, it goes along each chain by itself, and reports many elements at once: a schedule that is told of each of a
 * hundred thousand tasks takes longer than all else. For one thread.
 */
final class ReuseWalk {
    private static final int ELEMENTS = 1024;

    private final FlowPlan plan;
    private final RunId run;
    private final Reuse reuse;
    private final ReuseReport report;
    private final Listener listener;
    private final Schedule schedule;
    private final Map<String, List<String>> chains = new HashMap<>(); // of a foreach, by the step that opens it

    /** Is told what is reused. */
    interface Listener {
        /** Does nothing. */
        Listener NONE = new Listener() {
            @Override
            public void reused(TaskRecord clone) {}

            @Override
            public void ended(TaskFact fact) {}

            @Override
            public void ended(Elements elements) {}
        };

        /** A task is reused. */
        void reused(TaskRecord clone) throws InterruptedException;

        /** So a task ended that is reused, in an order in which a schedule can be told. */
        void ended(TaskFact fact);

        /** All tasks of these elements are reused, which is not told of each. */
        void ended(Elements elements);
    }

    /**
     * For one new run.
     *
     * @param plan a plan without limits: nothing runs by it
     * @param report is told of all that is decided
     */
    ReuseWalk(FlowPlan plan, RunId run, Reuse reuse, ReuseReport report, Listener listener) {
        this.plan = plan;
        this.run = run;
        this.reuse = reuse;
        this.report = report;
        this.listener = listener;
        this.schedule = new Schedule(plan, run);
    }

    /** Goes as far as tasks are reused. */
    void toTheEnd() throws InterruptedException {
        boolean more = true;
        while (more) {
            TaskId opener = schedule.nextOpener();
            List<String> chain = opener == null ? List.of() : chain(opener.step());
            if (!chain.isEmpty() && schedule.pollWork(ELEMENTS) instanceof Elements elements) {
                elements(elements, chain);
            } else {
                TaskUnit unit = schedule.poll();
                more = unit != null;
                if (unit != null) {
                    single(unit);
                }
            }
        }
    }

    private void single(TaskUnit unit) throws InterruptedException {
        TaskRecord clone = reused(unit);
        if (clone != null) {
            TaskFact fact = TaskFact.of(clone);
            listener.ended(fact);
            schedule.tell(fact);
        }
    }

    /** The record to store of a task; null if the task runs. */
    private @Nullable TaskRecord reused(TaskUnit unit) throws InterruptedException {
        Reuse.Decision decision = reuse.decide(unit);
        TaskRecord clone = decision.taken();
        if (clone == null) {
            report.runs(unit.task().step(), decision.requiredReason());
        } else {
            listener.reused(clone);
            report.reused(clone);
        }
        return clone;
    }

    private void elements(Elements elements, List<String> chain) throws InterruptedException {
        int from = elements.from();
        for (int element = from; element < elements.to(); element++) {
            if (!branch(elements.opener(), element, chain)) {
                ended(elements.opener(), from, element);
                from = element + 1;
            }
        }
        ended(elements.opener(), from, elements.to());
    }

    private void ended(TaskId opener, int from, int to) {
        if (from < to) {
            Elements elements = new Elements(opener, from, to);
            listener.ended(elements);
            schedule.tellArrived(elements);
        }
    }

    /** Looks at the tasks of one element; whether all of them are reused. */
    private boolean branch(TaskId opener, int element, List<String> chain) throws InterruptedException {
        TaskId task = plan.structure().element(opener, element);
        TaskId parent = opener;
        List<TaskRecord> clones = new ArrayList<>(chain.size());
        while (clones.size() < chain.size()) {
            TaskRecord clone = reused(new TaskUnit(plan.flow(), run, task, 0, List.of(parent)));
            if (clone == null) {
                clones.forEach(before -> listener.ended(TaskFact.of(before)));
                return false;
            }
            clones.add(clone);
            parent = task;
            if (clones.size() < chain.size()) {
                task = plan.structure().following(parent, chain.get(clones.size()));
            }
        }
        return true;
    }

    private List<String> chain(String opener) {
        List<String> chain = chains.get(opener);
        if (chain == null) {
            chain = newChain(plan.step(opener));
            chains.put(opener, chain);
        }
        return chain;
    }

    /** The steps in the branches of a foreach; none if these split, choose, or are in loops. */
    private List<String> newChain(GraphStep opener) {
        FlowStructure structure = plan.structure();
        List<String> chain = new ArrayList<>();
        GraphStep step = plan.step(opener.next().get(0));
        while (!step.joins()) {
            boolean plain = !step.splits()
                    && !step.chooses()
                    && step.next().size() == 1
                    && structure.depth(step.name()) == structure.depth(opener.name()) + 1;
            if (!plain) {
                return List.of();
            }
            chain.add(step.name());
            step = plan.step(step.next().get(0));
        }
        return List.copyOf(chain);
    }
}
