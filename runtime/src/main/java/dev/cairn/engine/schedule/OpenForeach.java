package dev.cairn.engine.schedule;

import dev.cairn.datastore.TaskId;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A foreach. Its elements begin as they are asked for, or as a fact tells that they have; of one that has not begun nothing is
 * kept, and of one that arrived one bit. Their last tasks follow from the ids, so the join starts with the opener alone.
 */
public final class OpenForeach extends OpenSplit implements ReadySource {
    private final String firstStep;
    private final int first;
    private final int count;
    private final OpenTasks tasks;
    private final List<TaskId> parents;
    private final Map<Integer, Progress> begun = new HashMap<>();
    private final BitSet arrived = new BitSet(); // counted from the first element, as is what was handed out
    private final BitSet handedOut = new BitSet();
    private int next;

    /**
     * A foreach with at least one element.
     *
     * @param first the first element; those before it are none of this foreach
     * @param tasks where its elements begin
     */
    OpenForeach(Strand outside, TaskId opener, GraphStep step, int first, int count, OpenTasks tasks) {
        super(outside, opener, Objects.requireNonNull(step.matchingJoin()), count - first);
        this.firstStep = step.next().get(0);
        this.first = first;
        this.next = first;
        this.count = count;
        this.tasks = tasks;
        this.parents = List.of(opener);
    }

    int count() {
        return count;
    }

    /** Begins with an element that has not begun; gives its first task, which has this id. */
    OpenTask begin(int element, TaskId id) {
        OpenTask first = tasks.begin(this, element, id);
        begun.put(element, first.strand().progress());
        return first;
    }

    boolean hasBegun(int element) {
        return hasArrived(element) || handedOut.get(element - first) || begun.containsKey(element);
    }

    boolean hasArrived(int element) {
        return element < first || arrived.get(element - first);
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

    /** Whether some elements were given by {@link #takeRange} and have not arrived. */
    boolean isHandedOut() {
        return !handedOut.isEmpty();
    }

    /** The elements that have begun one by one and have not arrived, in order. */
    IntStream begun() {
        return begun.keySet().stream().mapToInt(Integer::intValue).sorted();
    }

    /** Lets an element have begun, of which another schedule knows how far it has come. */
    Strand adopt(int element) {
        Progress progress = new Progress();
        begun.put(element, progress);
        return new Strand(this, element, progress);
    }

    /** Lets an element have arrived, as another schedule knows. */
    void adoptArrived(int element) {
        arrive(element, opener());
    }

    /** How many elements have not begun. */
    public int waitingCount() {
        return count - first - arrived.cardinality() - handedOut.cardinality() - begun.size();
    }

    /** Takes a range of elements that have not begun, of at most {@code most}; gives the end of the range, which begins with {@link #next}. */
    public int takeRange(int most) {
        int from = next;
        int to = from;
        while (to < count && to - from < most && !hasBegun(to)) {
            to++;
        }
        handedOut.set(from - first, to - first);
        next = to;
        return to;
    }

    /** The first element that has not begun. Called only if it is not {@link #exhausted}. */
    public int next() {
        return next;
    }

    /**
     * Takes elements back that {@link #takeRange} gave.
     *
     * @throws IllegalArgumentException if one of them was not given, or has arrived
     */
    public void giveBack(int from, int to) {
        requireHandedOut(from, to);
        handedOut.clear(from - first, to - first);
        next = Math.min(next, from);
    }

    /**
     * Notes that elements that {@link #takeRange} gave came to the join.
     *
     * @throws IllegalArgumentException if one of them was not given, or has arrived
     */
    public void arriveAll(int from, int to) {
        requireHandedOut(from, to);
        handedOut.clear(from - first, to - first);
        arrived.set(from - first, to - first);
        for (int element = from; element < to; element++) {
            super.arrive(element, opener());
        }
    }

    /**
     * Notes that elements that have not begun came to the join.
     *
     * @throws IllegalArgumentException if one of them has begun
     */
    public void arriveUnbegun(int from, int to) {
        for (int element = from; element < to; element++) {
            if (element >= count || hasBegun(element)) {
                throw new IllegalArgumentException("element " + element + " of the foreach of task " + opener()
                        + (element < count ? " has begun. Report how each of its tasks ended." : " does not exist."));
            }
        }
        arrived.set(from - first, to - first);
        for (int element = from; element < to; element++) {
            super.arrive(element, opener());
        }
    }

    private void requireHandedOut(int from, int to) {
        if (from < first
                || to > count
                || from > to
                || handedOut.get(from - first, to - first).cardinality() != to - from) {
            throw new IllegalArgumentException("elements " + from + " to " + to + " of the foreach of task " + opener()
                    + " are not all running. Report each element once.");
        }
    }

    @Override
    void arrive(int element, TaskId last) {
        super.arrive(element, last);
        begun.remove(element);
        arrived.set(element - first);
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
        int element = next++;
        return begin(element, tasks.firstTask(this, element));
    }

    @Override
    public boolean exhausted() {
        while (next < count && hasBegun(next)) {
            next++;
        }
        return next == count;
    }
}
