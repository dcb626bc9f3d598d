package dev.cairn.client;

import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.values.TaskSequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What tasks are shown as, one after the other. Some records are read before they are asked for, so that small values of tasks that follow
 * each other are read together. For one thread.
 */
final class TasksInTurn<V> extends Spliterators.AbstractSpliterator<V> {
    private static final int CHUNK = 256;

    private final Spliterator<TaskRecord> records;
    private final Blobs blobs;
    private final BiFunction<TaskRecord, TaskSequence.Place, V> view;
    private final Queue<V> chunk = new ArrayDeque<>();

    TasksInTurn(Spliterator<TaskRecord> records, Blobs blobs, BiFunction<TaskRecord, TaskSequence.Place, V> view) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.records = records;
        this.blobs = blobs;
        this.view = view;
    }

    @Override
    public boolean tryAdvance(Consumer<? super V> action) {
        if (chunk.isEmpty()) {
            readChunk();
        }
        V next = chunk.poll();
        if (next == null) {
            return false;
        }
        action.accept(next);
        return true;
    }

    private void readChunk() {
        List<TaskRecord> next = new ArrayList<>();
        boolean more = true;
        while (more && next.size() < CHUNK) {
            more = records.tryAdvance(next::add);
        }
        chunk.addAll(shown(next, blobs, view));
    }

    /** What tasks are shown as that follow each other. */
    static <V> List<V> shown(
            List<TaskRecord> records, Blobs blobs, BiFunction<TaskRecord, TaskSequence.Place, V> view) {
        TaskSequence sequence = new TaskSequence(blobs, records.size(), records::get);
        List<V> shown = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            shown.add(view.apply(records.get(i), new TaskSequence.Place(sequence, i)));
        }
        return shown;
    }
}
