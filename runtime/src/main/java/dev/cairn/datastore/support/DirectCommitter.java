package dev.cairn.datastore.support;

import dev.cairn.datastore.DatastoreException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Writes each entry in the thread that brings it: for a store that never waits, such as one in memory. Thread-safe; one writes at a
 * time.
 */
final class DirectCommitter implements Committer {
    private final RecordStore store;
    private final Sender sender;
    private boolean closed; // guarded by this

    DirectCommitter(RecordStore store, Sender sender) {
        this.store = store;
        this.sender = sender;
    }

    @Override
    public <R> CompletableFuture<R> submit(Write<R> write) {
        requireOpen();
        try {
            return CompletableFuture.completedFuture(write(write));
        } catch (DatastoreException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public <R> CompletableFuture<List<R>> submitAll(List<Write<R>> writes) {
        List<CompletableFuture<R>> complete = writes.stream().map(this::submit).toList();
        return CompletableFuture.completedFuture(complete).thenApply(Futures::joinAll); // failed, if one of them is
    }

    @Override
    public void submitAndForget(Write<?> write) {
        requireOpen();
        try {
            write(write);
        } catch (DatastoreException e) {
            // nobody waits for it
        }
    }

    @Override
    public synchronized <R> R write(Write<R> write) {
        requireOpen();
        return write.result(sender.send(List.of(write)).get(0));
    }

    @Override
    public void settle() {}

    @Override
    public synchronized void tidyBeforeExit(Duration most) {
        if (!closed) {
            store.tidy();
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            store.close();
        }
    }

    private synchronized void requireOpen() {
        if (closed) {
            throw StoreReader.closed(store.url());
        }
    }
}
