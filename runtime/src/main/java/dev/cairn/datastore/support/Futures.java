package dev.cairn.datastore.support;

import dev.cairn.datastore.DatastoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for what is written by another thread. */
final class Futures {
    private Futures() {}

    /**
     * The result, once it is there. An interrupt does not end the wait: what is queued will happen anyway.
     *
     * @throws DatastoreException if it failed so
     */
    static <R> R join(CompletableFuture<R> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DatastoreException refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** The results of futures that are complete. */
    static <R> List<R> joinAll(List<CompletableFuture<R>> complete) {
        List<R> results = new ArrayList<>(complete.size());
        for (CompletableFuture<R> future : complete) {
            results.add(future.join());
        }
        return results;
    }
}
