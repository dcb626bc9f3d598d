package dev.cairn.runtime;

import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tasks that a join gets, in item order for a foreach, in the order of {@code next} for a static split. Generated code
 * extends this class, once per join.
 *
 * <p>A view is made each time it is asked for, and reads a value when that is first asked for: a join over a million tasks need not
 * hold them. A view keeps the values that it has read, so keep a view, or a value, that is needed twice. The values are
 * copies, the step's own: changing one in place changes neither what another view reads nor what {@code mergeInto} merges.
 *
 * @param <V> the view of the step that leads in
 */
public abstract class Inputs<V> implements Iterable<V> {
    private final JoinedTasks tasks;

    /** For generated code. */
    protected Inputs(JoinedTasks tasks) {
        this.tasks = tasks;
    }

    /** The view of one task. */
    protected abstract V view(TaskArtifacts artifacts);

    /** The tasks behind the views. */
    protected final JoinedTasks tasks() {
        return tasks;
    }

    /** The number of branches that the split opened. */
    public final int size() {
        return tasks.size();
    }

    /**
     * The last task of a branch, in a new view.
     *
     * @throws IndexOutOfBoundsException if there is none at {@code index}
     */
    public final V get(int index) {
        return view(tasks.get(java.util.Objects.checkIndex(index, tasks.size())));
    }

    /** The tasks in order, each in a new view. */
    public final Stream<V> stream() {
        return IntStream.range(0, size()).mapToObj(this::get);
    }

    @Override
    public final Iterator<V> iterator() {
        return stream().iterator();
    }
}
