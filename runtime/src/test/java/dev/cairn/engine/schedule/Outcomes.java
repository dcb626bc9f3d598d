package dev.cairn.engine.schedule;

import dev.cairn.datastore.TaskId;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskFact.Ending;
import dev.cairn.engine.TaskFact.Failed;
import dev.cairn.engine.TaskFact.FannedOut;
import dev.cairn.engine.TaskFact.Finished;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.runtime.graph.FlowStructure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** How each attempt of a flow ends: drawn at random, but the same whenever it is asked for, so that the order cannot matter. */
final class Outcomes {
    private static final int MOST_ITERATIONS = 2;

    private final long seed;
    private final FlowStructure structure;
    private final Map<String, GraphStep> steps = new HashMap<>();
    private final Map<String, Integer> retries;
    private final Set<TaskId> doomed = new HashSet<>();

    /**
     * For one flow.
     *
     * @param retries how often each step is tried again
     */
    Outcomes(long seed, FlowStructure structure, List<GraphStep> steps, Map<String, Integer> retries) {
        this.seed = seed;
        this.structure = structure;
        this.retries = retries;
        steps.forEach(step -> this.steps.put(step.name(), step));
    }

    /** Lets a task fail in all its attempts. */
    void doom(TaskId task) {
        doomed.add(task);
    }

    boolean isDoomed(TaskId task) {
        return doomed.contains(task);
    }

    GraphStep step(TaskId task) {
        return steps.get(task.step());
    }

    /** The number of the attempt that is the last one of a task. */
    int lastAttempt(TaskId task) {
        int most = retries.getOrDefault(task.step(), 0);
        return isDoomed(task) ? most : draw(task, 1).nextInt(most + 1);
    }

    /** The number of elements of the foreach that a task opens. */
    int count(TaskId task) {
        return draw(task, 2).nextInt(4);
    }

    /** The step to which a task leads: of a loop, after some iterations, one that leads out of it. */
    String next(TaskId task) {
        List<String> next = step(task).next();
        List<String> onward =
                next.stream().filter(target -> !comesBackOften(task, target)).toList();
        List<String> choice = onward.isEmpty() ? next : onward;
        return choice.get(draw(task, 3).nextInt(choice.size()));
    }

    private boolean comesBackOften(TaskId task, String target) {
        for (int place = 0; place < task.position().size(); place++) {
            if (structure.isLoop(task.step(), place)
                    && task.position().get(place).value() >= MOST_ITERATIONS
                    && structure.comesBack(structure.loop(task.step(), place), target)) {
                return true;
            }
        }
        return false;
    }

    TaskFact fact(TaskId task, int attempt) {
        return new TaskFact(task, attempt, ending(task, attempt));
    }

    private Ending ending(TaskId task, int attempt) {
        GraphStep step = step(task);
        if (attempt < lastAttempt(task)) {
            return new Failed(true);
        } else if (isDoomed(task)) {
            return new Failed(draw(task, 4).nextBoolean() || attempt < retries.getOrDefault(task.step(), 0));
        } else if (step.fansOut()) {
            return new FannedOut(count(task));
        }
        boolean caught = !step.chooses() && draw(task, 5).nextInt(5) == 0;
        return new Finished(step.chooses() ? List.of(next(task)) : step.next(), caught);
    }

    private Random draw(TaskId task, int purpose) {
        Random random = new Random(seed * 31 + task.toString().hashCode() * 1_000_003L + purpose);
        random.nextInt();
        return random;
    }
}
