package dev.cairn.client;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.values.TaskSequence;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.BiFunction;

/**
 * The finished tasks of a step of a run that ended, in item order: how many there are is known at once, and they are read when they
 * are asked for, some at a time. So the list of a million tasks costs no more than that of ten. Unmodifiable and thread-safe. What was not read
 * before the run is deleted is refused with a {@link DatastoreException}.
 *
 * @param <V> what a task is shown as
 */
final class LazyTasks<V> extends AbstractList<V> implements RandomAccess {
    private static final int PAGE = 256;
    private static final int KEPT_PAGES = 16;
    private static final int KEPT_ALONE = 1024;

    private final Datastore datastore;
    private final RunId run;
    private final String step;
    private final int size;
    private final BiFunction<TaskRecord, TaskSequence.Place, V> view;
    private final Map<Integer, List<V>> pages = new LastUsed<>(KEPT_PAGES); // it guards itself and what follows
    private final Map<Integer, V> alone = new LastUsed<>(KEPT_ALONE);
    private int last = -1;

    /** What was used last. */
    private static final class LastUsed<W> extends LinkedHashMap<Integer, W> {
        private static final long serialVersionUID = 1;

        private final int most;

        LastUsed(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, W> eldest) {
            return size() > most;
        }
    }

    LazyTasks(
            Datastore datastore, RunId run, String step, int size, BiFunction<TaskRecord, TaskSequence.Place, V> view) {
        this.datastore = datastore;
        this.run = run;
        this.step = step;
        this.size = size;
        this.view = view;
    }

    /** Reads a page where somebody goes on from one task to the next; a task alone where somebody jumps. */
    @Override
    public V get(int index) {
        int page = Objects.checkIndex(index, size) / PAGE;
        synchronized (pages) {
            boolean jumps = size > PAGE && index != last + 1;
            last = index;
            List<V> known = pages.get(page);
            if (known == null && (jumps || alone.containsKey(index))) {
                return alone.computeIfAbsent(index, jump -> read(jump, 1).get(0));
            } else if (known == null) {
                known = read(page * PAGE, Math.min(PAGE, size - page * PAGE));
                pages.put(page, known);
            }
            return known.get(index % PAGE);
        }
    }

    @Override
    public int size() {
        return size;
    }

    private List<V> read(int from, int count) {
        List<TaskRecord> records = datastore.runs().tasks(run, step, from, count);
        if (records.size() < count) {
            throw new DatastoreException("run " + run + " was deleted while the tasks of its step `" + step
                    + "` were being read. Read another run, or run the flow again.");
        }
        return TasksInTurn.shown(records, datastore.blobs(), view);
    }
}
