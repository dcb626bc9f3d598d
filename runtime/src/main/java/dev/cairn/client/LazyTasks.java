package dev.cairn.client;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskRecord;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * The finished tasks of a step of a run that ended, in item order: how many there are is known at once, and they are read when they
 * are asked for, some at a time. So the list of a million tasks costs no more than that of ten. Unmodifiable and thread-safe. What was not read
 * before the run is deleted is refused with a {@link DatastoreException}.
 *
 * @param <V> what a task is shown as
 */
final class LazyTasks<V> extends AbstractList<V> implements RandomAccess {
    private static final int PAGE = 256;
    private static final int KEPT = 16;

    private final Runs runs;
    private final RunId run;
    private final String step;
    private final int size;
    private final Function<TaskRecord, V> view;
    private final Map<Integer, List<V>> pages = new LinkedHashMap<>(KEPT, 0.75f, true) { // guarded by itself
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, List<V>> eldest) {
                    return size() > KEPT;
                }
            };

    LazyTasks(Runs runs, RunId run, String step, int size, Function<TaskRecord, V> view) {
        this.runs = runs;
        this.run = run;
        this.step = step;
        this.size = size;
        this.view = view;
    }

    @Override
    public V get(int index) {
        return page(Objects.checkIndex(index, size) / PAGE).get(index % PAGE);
    }

    @Override
    public int size() {
        return size;
    }

    private List<V> page(int number) {
        synchronized (pages) {
            return pages.computeIfAbsent(number, this::read);
        }
    }

    private List<V> read(int page) {
        int from = page * PAGE;
        List<TaskRecord> records = runs.tasks(run, step, from, PAGE);
        if (records.size() < Math.min(PAGE, size - from)) {
            throw new DatastoreException("run " + run + " was deleted while the tasks of its step `" + step
                    + "` were being read. Read another run, or run the flow again.");
        }
        return records.stream().map(view).toList();
    }
}
