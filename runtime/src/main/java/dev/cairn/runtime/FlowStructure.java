package dev.cairn.runtime;

import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskId.Index;
import dev.cairn.runtime.FlowGraph.GraphStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which splits are open around each step of a flow, and what follows for the identities of tasks: from the id of a task alone
 * one gets those of the tasks that opened its splits, and of the tasks that may end the branches that a join closes.
 * Immutable.
 *
 * <p>It relies on what the processor checked: splits and joins nest, and all ways to a step open the same splits.
 */
public final class FlowStructure {
    private final FlowGraph graph;
    private final Map<String, GraphStep> steps = new HashMap<>();
    private final Map<String, List<OpenSplit>> around = new HashMap<>();
    private final Map<String, List<GraphStep>> foreaches = new HashMap<>();
    private final Map<String, GraphStep> closedBy = new HashMap<>();
    private final Map<String, Map<Integer, Set<String>>> lastSteps = new HashMap<>();

    /** A split around a step, and in which of its branches the step stands; all tasks of a foreach stand in branch 0. */
    private record OpenSplit(GraphStep step, int branch) {}

    private record Visit(GraphStep step, List<OpenSplit> open) {}

    /** The structure of a flow. */
    public FlowStructure(FlowGraph graph) {
        this.graph = graph;
        graph.steps().forEach(step -> steps.put(step.name(), step));
        Deque<Visit> visits = new ArrayDeque<>();
        visits.add(new Visit(graph.steps().get(0), List.of()));
        while (!visits.isEmpty()) {
            Visit visit = visits.remove();
            if (around.putIfAbsent(visit.step().name(), visit.open()) == null) {
                foreaches.put(visit.step().name(), foreaches(visit.open()));
                visits.addAll(following(visit));
            }
        }
    }

    /** The steps whose foreach is open around a step, outermost first. */
    public List<GraphStep> foreachesAround(String step) {
        List<GraphStep> around = foreaches.get(step);
        if (around == null) {
            throw new IllegalArgumentException("no way of flow " + graph.flow() + " leads to a step `" + step + "`");
        }
        return around;
    }

    /** The step whose split a join closes. */
    public GraphStep splitOf(String join) {
        GraphStep split = closedBy.get(join);
        if (split == null) {
            throw new IllegalArgumentException("step `" + join + "` joins nothing");
        }
        return split;
    }

    /** The join that closes the split of a step. */
    public String joinOf(String split) {
        String join = step(split).matchingJoin();
        if (join == null) {
            throw new IllegalArgumentException("step `" + split + "` splits nothing");
        }
        return join;
    }

    /** The task that opened the split which {@code join} closes. */
    public TaskId splitTask(TaskId join) {
        return new TaskId(splitOf(join.step()).name(), join.position());
    }

    /** The task that opened a foreach around {@code task}; level 0 is the outermost. */
    public TaskId foreachTask(TaskId task, int level) {
        return new TaskId(
                foreachesAround(task.step()).get(level).name(), task.position().subList(0, place(task, level)));
    }

    /** The position of {@code task} in a foreach around it; level 0 is the outermost. */
    public int index(TaskId task, int level) {
        return task.position().get(place(task, level)).value();
    }

    /** The tasks of which one is the last of a branch that {@code join} closes, as it is the only one that can have run. */
    public List<TaskId> lastTasks(TaskId join, int branch) {
        boolean foreach = splitOf(join.step()).fansOut();
        List<Coordinate> position = new ArrayList<>(join.position());
        if (foreach) {
            position.add(new Index(branch));
        }
        return lastSteps.get(join.step()).get(foreach ? 0 : branch).stream()
                .map(step -> new TaskId(step, position))
                .toList();
    }

    /** Where among the coordinates of a task the index of a foreach stands; the others are iterations of loops. */
    private static int place(TaskId task, int level) {
        int seen = 0;
        for (int i = 0; i < task.position().size(); i++) {
            if (task.position().get(i) instanceof Index && seen++ == level) {
                return i;
            }
        }
        throw new IllegalArgumentException("task " + task + " has no foreach number " + level + " around it");
    }

    private GraphStep step(String name) {
        GraphStep step = steps.get(name);
        if (step == null) {
            throw new IllegalArgumentException("flow " + graph.flow() + " has no step `" + name + "`");
        }
        return step;
    }

    private static List<GraphStep> foreaches(List<OpenSplit> open) {
        return open.stream().map(OpenSplit::step).filter(GraphStep::fansOut).toList();
    }

    private List<Visit> following(Visit visit) {
        List<String> targets = visit.step().next();
        List<Visit> visits = new ArrayList<>();
        for (int branch = 0; branch < targets.size(); branch++) {
            GraphStep target = step(targets.get(branch));
            List<OpenSplit> open = opened(visit, branch);
            visits.add(new Visit(target, target.joins() ? closed(visit.step(), target, open) : open));
        }
        return visits;
    }

    private static List<OpenSplit> opened(Visit visit, int branch) {
        if (!visit.step().splits()) {
            return visit.open();
        }
        List<OpenSplit> inside = new ArrayList<>(visit.open());
        inside.add(new OpenSplit(visit.step(), branch));
        return inside;
    }

    private List<OpenSplit> closed(GraphStep from, GraphStep join, List<OpenSplit> open) {
        int innermost = open.size() - 1;
        if (innermost < 0) {
            throw new IllegalArgumentException(
                    "flow " + graph.flow() + ": step `" + join.name() + "` joins, but no split is open");
        }
        OpenSplit split = open.get(innermost);
        closedBy.put(join.name(), split.step());
        lastSteps
                .computeIfAbsent(join.name(), unused -> new HashMap<>())
                .computeIfAbsent(split.branch(), unused -> new LinkedHashSet<>())
                .add(from.name());
        return open.subList(0, innermost);
    }
}
