package dev.cairn.engine.schedule;

import dev.cairn.datastore.TaskId;
import dev.cairn.engine.FlowPlan;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.FannedOut;
import dev.cairn.engine.TaskFact.Finished;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.util.List;

/** Makes sure that a fact can be one of a flow, before anything follows from it. */
public final class FactCheck {
    private FactCheck() {}

    /**
     * Requires that a fact can be one of a flow.
     *
     * @throws IllegalArgumentException if it cannot
     */
    public static void require(FlowPlan plan, TaskFact fact) {
        TaskId task = fact.task();
        GraphStep step = plan.step(task.step());
        if (!plan.structure().hasPlaceOf(task)) {
            throw refused(
                    plan,
                    task,
                    "has a position that the foreaches and loops around step `" + step.name() + "` do not have");
        } else if (fact.ending() instanceof FannedOut foreach) {
            requireForeach(plan, task, step, foreach);
        } else if (fact.ending() instanceof Finished finished) {
            requireNext(plan, task, step, finished.next());
        }
    }

    private static void requireForeach(FlowPlan plan, TaskId task, GraphStep step, FannedOut foreach) {
        if (!step.fansOut()) {
            throw refused(plan, task, "fanned out, but step `" + step.name() + "` has no foreach");
        } else if (foreach.count() < 0) {
            throw refused(plan, task, "fanned out to " + foreach.count() + " tasks");
        }
    }

    private static void requireNext(FlowPlan plan, TaskId task, GraphStep step, List<String> next) {
        if (step.fansOut()) {
            throw refused(plan, task, "did not say to how many tasks it fanned out");
        }
        boolean fits =
                step.chooses() ? next.size() == 1 && step.next().contains(next.get(0)) : next.equals(step.next());
        if (!fits) {
            throw refused(plan, task, "named " + next + " as next, but the flow names " + step.next());
        }
    }

    private static IllegalArgumentException refused(FlowPlan plan, TaskId task, String what) {
        return new IllegalArgumentException("task " + task + " of flow " + plan.flow() + " " + what
                + ". Its run was started by another version of the flow, or its record is damaged.");
    }
}
