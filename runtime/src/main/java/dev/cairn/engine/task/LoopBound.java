package dev.cairn.engine.task;

import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskId.Iteration;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.SwitchException;
import dev.cairn.runtime.definition.Transition.Switch;
import dev.cairn.runtime.graph.FlowStructure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds the loops around a switch to their bounds, once what it chooses leads back for certain.
 *
 * <p>Each switch that can leave a loop, or leads back in it itself, bounds how many rounds may pass it and lead back, counted
 * from the entry into the loop. All those that the round passed are asked, the smallest bound first.
 */
final class LoopBound {
    private final RunContext<?> context;
    private final FlowStructure structure;
    private final TaskId task;

    LoopBound(RunContext<?> context, TaskId task) {
        this.context = context;
        this.structure = context.structure();
        this.task = task;
    }

    /**
     * Lets the task go on with {@code next}.
     *
     * @throws SwitchException if a loop would go round more often than it may
     */
    void require(String next) {
        for (int place = 0; place < task.position().size(); place++) {
            if (structure.isLoop(task.step(), place)) {
                String first = structure.loop(task.step(), place);
                if (structure.comesBack(first, next)
                        && structure.switchesOfLoop(first).contains(task.step())) {
                    requireRound(first, place);
                }
            }
        }
    }

    private void requireRound(String first, int place) {
        int iteration = task.position().get(place).value();
        List<String> switches = new ArrayList<>(structure.switchesOfLoop(first));
        switches.removeIf(step -> iteration < bound(step));
        switches.sort(Comparator.<String>comparingInt(this::bound).thenComparing(step -> !step.equals(task.step())));
        for (String step : switches) {
            if (passed(step, place) && rounds(step, place) >= bound(step)) {
                throw exceeded(first, step);
            }
        }
    }

    private int bound(String step) {
        Integer asked = context.policy().maxIterations().get(step);
        return asked == null ? ((Switch) context.definition().step(step).transition()).maxIterations() : asked;
    }

    /** Whether a step ran in this round. */
    private boolean passed(String step, int place) {
        List<Coordinate> round = task.position().subList(0, place + 1);
        return step.equals(task.step())
                || context.finishedTasks().last(step, round).isPresent();
    }

    /** How many rounds before this one passed a step: each of them led back. */
    private long rounds(String step, int place) {
        List<Coordinate> loop = task.position().subList(0, place);
        Coordinate current = new Iteration(task.position().get(place).value());
        try (Stream<TaskRecord> records = context.datastore().runs().tasks(context.runId(), step)) {
            return records.map(TaskRecord::task)
                    .filter(passed -> passed.isWithin(step, loop))
                    .map(passed -> passed.position().get(place))
                    .filter(round -> !round.equals(current))
                    .distinct()
                    .count();
        }
    }

    private SwitchException exceeded(String first, String step) {
        int limit = bound(step);
        String what = "step `" + task.step() + "` cannot lead back to `" + first + "`: "
                + (step.equals(task.step()) ? "it" : "step `" + step + "`") + " reached its limit of " + limit
                + (limit == 1 ? " iteration" : " iterations");
        return new SwitchException(what + ". If the loop does end, increase `maxIterations` of step `" + step + "`.");
    }
}
