package dev.cairn.datastore.memory;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.support.Entry;
import dev.cairn.datastore.support.RecordStore;
import dev.cairn.datastore.support.Records;
import dev.cairn.datastore.support.UnknownOutcomeException;
import java.io.EOFException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** A store in memory with something between it and whoever writes: what happens to the next batches is as a test says. */
final class UnreliableStore implements RecordStore {
    private final RecordStore store = new MemoryStore();
    private final Queue<Fate> fates = new ConcurrentLinkedQueue<>();
    private final List<List<Entry>> batches = Collections.synchronizedList(new ArrayList<>());

    /** What happens to a batch. */
    @FunctionalInterface
    interface Fate {
        List<CommitResult> of(List<Entry> batch, RecordStore store);
    }

    void next(Fate fate) {
        fates.add(fate);
    }

    void loseNextRequest() {
        next((batch, below) -> {
            throw unknown();
        });
    }

    void loseNextAnswer() {
        next((batch, below) -> {
            below.apply(batch);
            throw unknown();
        });
    }

    private static UnknownOutcomeException unknown() {
        return new UnknownOutcomeException("the connection to the store broke.", new EOFException());
    }

    /** What is really there. */
    RecordStore below() {
        return store;
    }

    /** All that was sent. */
    List<List<Entry>> batches() {
        return List.copyOf(batches);
    }

    @Override
    public String url() {
        return store.url();
    }

    @Override
    public List<CommitResult> apply(List<Entry> batch) {
        batches.add(batch);
        Fate fate = fates.poll();
        return fate == null ? store.apply(batch) : fate.of(batch, store);
    }

    @Override
    public <T> T read(Function<Records, T> read) {
        return store.read(read);
    }

    @Override
    public void close() {}
}
