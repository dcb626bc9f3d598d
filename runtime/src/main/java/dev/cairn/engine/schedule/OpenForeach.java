package dev.cairn.engine.schedule;

import dev.cairn.datastore.TaskId;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A foreach. Its elements begin as they are asked for, or as a fact tells that they have; of one that has not begun nothing is
 * kept, and of one that arrived one bit. Their last tasks follow from the ids, so the join starts with the opener alone.
 */
public final class OpenForeach extends OpenSplit implements ReadySource {
    private final String firstStep;
    private final int count;
    private final BiFunction<OpenForeach, Integer, OpenTask> firstTasks;
    private final List<TaskId> parents;
    private final Map<Integer, Progress> begun = new HashMap<>();
    private final BitSet arrived = new BitSet();
    private int next;

    /**
     * A foreach with at least one element.
     *
     * @param firstTasks makes the first task of an element
     */
    OpenForeach(
            Strand outside,
            TaskId opener,
            GraphStep step,
            int count,
            BiFunction<OpenForeach, Integer, OpenTask> firstTasks) {
        super(outside, opener, Objects.requireNonNull(step.matchingJoin()), count);
        this.firstStep = step.next().get(0);
        this.count = count;
        this.firstTasks = firstTasks;
        this.parents = List.of(opener);
    }

    int count() {
        return count;
    }

    /** Begins with an element that has not begun; gives its first task. */
    OpenTask begin(int element) {
        OpenTask first = firstTasks.apply(this, element);
        begun.put(element, first.strand().progress());
        return first;
    }

    boolean hasBegun(int element) {
        return arrived.get(element) || begun.containsKey(element);
    }

    boolean hasArrived(int element) {
        return arrived.get(element);
    }

    /** How far an element has come; null if it has not begun, or has arrived. */
    @Nullable
    Progress progress(int element) {
        return begun.get(element);
    }

    /** The elements that have not begun. */
    public IntStream waiting() {
        return IntStream.range(next, count).filter(element -> !hasBegun(element));
    }

    @Override
    void arrive(int element, TaskId last) {
        super.arrive(element, last);
        begun.remove(element);
        arrived.set(element);
    }

    @Override
    public List<TaskId> parents() {
        return parents;
    }

    @Override
    public String step() {
        return firstStep;
    }

    @Override
    public OpenTask take() {
        return begin(next++);
    }

    @Override
    public boolean exhausted() {
        while (next < count && hasBegun(next)) {
            next++;
        }
        return next == count;
    }
}
