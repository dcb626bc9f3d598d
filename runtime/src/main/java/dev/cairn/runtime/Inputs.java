package dev.cairn.runtime;

import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The inputs of a join: in item order for a foreach, in the order of {@code next} for a static split. Generated code extends this
 * class, once per join. In a run, any thread may read it.
 *
 * <p>Each call creates a new view, and a view reads a value only when it is first needed. So a join over a million tasks does not have
 * to keep them in memory. A view keeps the values that it has read: keep a view, or a value, that is needed twice. The values are
 * copies for this step only: changing one in place affects neither other views nor what {@code mergeInto} merges.
 *
 * @param <V> the view of the step that leads in
 */
public abstract class Inputs<V> implements Iterable<V> {
    private final JoinedTasks tasks;

    /**
     * For generated code.
     *
     * @param tasks the tasks that arrived
     */
    protected Inputs(JoinedTasks tasks) {
        this.tasks = tasks;
    }

    /**
     * {@return the view of one task}
     *
     * @param artifacts the artifacts of the task
     */
    protected abstract V view(TaskArtifacts artifacts);

    /** {@return the tasks behind the views} */
    protected final JoinedTasks tasks() {
        return tasks;
    }

    /** {@return the number of branches that the split opened} */
    public final int size() {
        return tasks.size();
    }

    /**
     * A new view of the last task of a branch.
     *
     * @param index the number of the branch, from 0
     * @return the view, which has read nothing yet
     * @throws IndexOutOfBoundsException if there is no such branch
     */
    public final V get(int index) {
        return view(tasks.get(java.util.Objects.checkIndex(index, tasks.size())));
    }

    /** {@return new views of all tasks, in order} */
    public final Stream<V> stream() {
        return IntStream.range(0, size()).mapToObj(this::get);
    }

    @Override
    public final Iterator<V> iterator() {
        return stream().iterator();
    }
}
