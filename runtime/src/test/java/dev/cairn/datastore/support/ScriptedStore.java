package dev.cairn.datastore.support;

import dev.cairn.datastore.CommitResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A store that answers batches as a test says, one after the other, and then accepts all. It holds nothing that could be read. */
final class ScriptedStore implements RecordStore {
    private final Queue<Step> script = new ConcurrentLinkedQueue<>();
    private final List<List<Entry>> batches = Collections.synchronizedList(new ArrayList<>());
    private final List<Entry> applied = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger roomsAskedFor = new AtomicInteger();
    private final AtomicInteger tidied = new AtomicInteger();
    private volatile boolean hasRoom;
    private volatile boolean closed;

    /** What becomes of a batch. */
    @FunctionalInterface
    interface Step {
        List<CommitResult> answer(List<Entry> batch);
    }

    /** Adds a step to the script. */
    ScriptedStore then(Step step) {
        script.add(step);
        return this;
    }

    ScriptedStore withRoom() {
        hasRoom = true;
        return this;
    }

    static List<CommitResult> accepted(List<Entry> batch) {
        return Collections.nCopies(batch.size(), CommitResult.COMMITTED);
    }

    @Override
    public String url() {
        return "scripted:";
    }

    @Override
    public List<CommitResult> apply(List<Entry> batch) {
        batches.add(batch);
        Step step = script.poll();
        List<CommitResult> answers = step == null ? accepted(batch) : step.answer(batch);
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof CommitResult.Committed) {
                applied.add(batch.get(i));
            }
        }
        return answers;
    }

    @Override
    public <T> T read(Function<Records, T> read) {
        throw new UnsupportedOperationException("nothing can be read");
    }

    @Override
    public void tidy() {
        tidied.incrementAndGet();
    }

    @Override
    public boolean makeRoom() {
        roomsAskedFor.incrementAndGet();
        return hasRoom;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** All that was sent. */
    List<List<Entry>> batches() {
        return List.copyOf(batches);
    }

    /** All that was accepted. */
    List<Entry> applied() {
        return List.copyOf(applied);
    }

    int roomsAskedFor() {
        return roomsAskedFor.get();
    }

    int tidied() {
        return tidied.get();
    }

    boolean closed() {
        return closed;
    }
}
