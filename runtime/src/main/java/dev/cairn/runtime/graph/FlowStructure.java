package dev.cairn.runtime.graph;

import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskId.Index;
import dev.cairn.datastore.TaskId.Iteration;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which splits and loops are around each step of a flow. With this, the id of a task is enough to compute the ids of the tasks that
 * follow it, and of the tasks that opened its splits. Immutable.
 *
 * <p>It requires what the processor checks: splits and joins nest, all paths to a step open the same splits, and loops stay in their
 * branch. Methods throw an {@link IllegalArgumentException} for steps and tasks that the flow cannot have.
 */
public final class FlowStructure {
    private final FlowGraph graph;
    private final OpenSplits splits;
    private final Levels levels;
    private final Map<String, List<GraphStep>> foreaches = new HashMap<>();
    private final Map<String, LoopExits> exits = new ConcurrentHashMap<>();

    /**
     * Finds the splits and loops around each step of a flow.
     *
     * @param graph the graph of the flow
     */
    public FlowStructure(FlowGraph graph) {
        this.graph = graph;
        this.splits = new OpenSplits(graph);
        this.levels = new Levels(graph, splits);
        for (GraphStep step : graph.steps()) {
            List<GraphStep> open = splits.around(step.name());
            foreaches.put(step.name(), open.stream().filter(GraphStep::fansOut).toList());
        }
    }

    /** {@return the name of the flow} */
    public String flow() {
        return graph.flow();
    }

    /**
     * {@return whether the flow has a step of this name}
     *
     * @param name any text
     */
    public boolean hasStep(String name) {
        return foreaches.containsKey(name);
    }

    /** The step of this name. */
    GraphStep step(String name) {
        return splits.step(name);
    }

    /** The steps that name {@code step} as next, in topological order. */
    List<GraphStep> stepsBefore(String step) {
        return graph.steps().stream()
                .filter(before -> before.next().contains(step))
                .toList();
    }

    /**
     * {@return whether a task of a step of this flow has as many indexes and iterations as its step has foreaches and loops, in their
     * order}
     *
     * @param task a task of a step that the flow has
     */
    public boolean hasPlaceOf(TaskId task) {
        int depth = depth(task.step());
        boolean fits = task.position().size() == depth;
        for (int place = 0; fits && place < depth; place++) {
            fits = task.position().get(place) instanceof Iteration == isLoop(task.step(), place);
        }
        return fits;
    }

    /** What the ids of the tasks of a step look like, as the end of a sentence. */
    String placesOf(String step) {
        StringBuilder example = new StringBuilder(step);
        for (int place = 0; place < depth(step); place++) {
            example.append(isLoop(step, place) ? new Iteration(0) : new Index(0));
        }
        return depth(step) == 0 ? "its only task is `" + step + "`" : "its tasks have ids such as `" + example + "`";
    }

    /**
     * {@return the steps that open the foreaches around a step, outermost first}
     *
     * @param step the name of the step
     */
    public List<GraphStep> foreachesAround(String step) {
        List<GraphStep> around = foreaches.get(step);
        if (around == null) {
            throw new IllegalArgumentException("no path of flow " + graph.flow() + " leads to a step `" + step + "`");
        }
        return around;
    }

    /**
     * {@return the step whose split a join closes}
     *
     * @param join the name of a step that joins
     */
    public GraphStep splitOf(String join) {
        return splits.splitOf(join);
    }

    /**
     * {@return the join that closes the split of a step}
     *
     * @param split the name of a step that opens a static split or a foreach
     */
    public String joinOf(String split) {
        String join = splits.step(split).matchingJoin();
        if (join == null) {
            throw new IllegalArgumentException("step `" + split + "` does not split");
        }
        return join;
    }

    /**
     * {@return the last steps of the branches that a join closes: those that name it as next}
     *
     * @param join the name of a step that joins
     */
    public Set<String> lastSteps(String join) {
        return splits.lastSteps(join);
    }

    /** The last steps of the branch that begins with {@code first}, of those that a join closes. */
    Set<String> lastSteps(String join, String first) {
        Set<String> branch = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            String step = open.remove();
            if (!step.equals(join) && branch.add(step)) {
                open.addAll(splits.step(step).next());
            }
        }
        branch.retainAll(lastSteps(join));
        return branch;
    }

    /** How many foreaches and loops two steps have in common. */
    int common(String one, String other) {
        return levels.common(one, other);
    }

    /**
     * {@return whether the transition from {@code step} to {@code next} leads back to the first step of a loop around it}
     *
     * @param step the name of the step that has ended
     * @param next the name of a step that may follow it
     */
    public boolean leadsBack(String step, String next) {
        return depth(step) >= depth(next) && levels.beginsLoop(next) && levels.common(step, next) == depth(next);
    }

    /**
     * {@return whether a coordinate of the tasks of a step counts the iterations of a loop, not the elements of a foreach}
     *
     * @param step the name of the step
     * @param place the place of the coordinate, from 0, outermost first
     */
    public boolean isLoop(String step, int place) {
        return levels.around(step).get(place).loop();
    }

    /**
     * {@return the first step of the loop whose iterations a coordinate of the tasks of a step counts; if the coordinate counts elements,
     * the step that opens the foreach}
     *
     * @param step the name of the step
     * @param place the place of the coordinate, from 0, outermost first
     */
    public String loop(String step, int place) {
        return levels.around(step).get(place).step();
    }

    /**
     * {@return whether a run that continues with {@code next}, inside the loop that begins with {@code first}, always comes back to that
     * step, whatever switches select}
     *
     * @param first the first step of the loop
     * @param next a step of the loop
     */
    public boolean comesBack(String first, String next) {
        return exits(first).comesBack(next);
    }

    /**
     * {@return the switches that can leave the loop that begins with {@code first}, or that lead back in it}
     *
     * @param first the first step of the loop
     */
    public List<String> switchesOfLoop(String first) {
        return exits(first).switches();
    }

    private LoopExits exits(String first) {
        return exits.computeIfAbsent(first, loop -> new LoopExits(loop, graph, levels));
    }

    /**
     * {@return the number of coordinates of the tasks of a step: that of the foreaches and loops around it}
     *
     * @param step the name of the step
     */
    public int depth(String step) {
        return levels.around(step).size();
    }

    /** {@return the first task of a run} */
    public TaskId firstTask() {
        String first = graph.steps().get(0).name();
        return new TaskId(first, entered(List.of(), first));
    }

    /**
     * {@return the task of step {@code next} that follows {@code task}; if {@code next} is a join, the task of the join} A transition that
     * leads back starts the next iteration of the loop. A transition that leaves a loop drops its coordinate. A transition into a loop
     * starts with iteration 0.
     *
     * @param task the task that has ended
     * @param next a step that its step names as next
     */
    public TaskId following(TaskId task, String next) {
        int common = levels.common(task.step(), next);
        if (splits.step(next).joins()) {
            return new TaskId(next, task.position().subList(0, depth(next)));
        } else if (leadsBack(task.step(), next)) {
            List<Coordinate> position = new ArrayList<>(task.position().subList(0, common));
            position.set(common - 1, new Iteration(position.get(common - 1).value() + 1));
            return new TaskId(next, position);
        }
        return new TaskId(next, entered(task.position().subList(0, common), next));
    }

    /**
     * {@return the first task of an element of the foreach that {@code split} opened}
     *
     * @param split the task that opened the foreach
     * @param index the position of the element, from 0; it is not checked against the number of elements
     */
    public TaskId element(TaskId split, int index) {
        String first = splits.step(split.step()).next().get(0);
        List<Coordinate> position = new ArrayList<>(split.position());
        position.add(new Index(index));
        return new TaskId(first, entered(position, first));
    }

    /** A position at {@code step}, coming from outside of the loop that may begin with it. */
    List<Coordinate> entered(List<Coordinate> position, String step) {
        if (!levels.beginsLoop(step)) {
            return position;
        }
        List<Coordinate> inside = new ArrayList<>(position);
        inside.add(new Iteration(0));
        return inside;
    }

    /**
     * {@return the task that opened the split which {@code join} closes}
     *
     * @param join the task of the join
     */
    public TaskId splitTask(TaskId join) {
        return new TaskId(splitOf(join.step()).name(), join.position());
    }

    /**
     * {@return the task that opened a foreach around {@code task}}
     *
     * @param task a task inside the foreach
     * @param level the number of the foreach; 0 is the outermost one
     */
    public TaskId foreachTask(TaskId task, int level) {
        return new TaskId(
                foreachesAround(task.step()).get(level).name(), task.position().subList(0, place(task, level)));
    }

    /**
     * {@return the position of {@code task} in a foreach around it, from 0}
     *
     * @param task a task inside the foreach
     * @param level the number of the foreach; 0 is the outermost one
     */
    public int index(TaskId task, int level) {
        return task.position().get(place(task, level)).value();
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
}
