package dev.cairn.engine.flows;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Runs;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;

/** A datastore in memory whose commits are durable only when a test says so, as those of a slow disk are. */
final class SlowDatastore extends ForwardingDatastore {
    private final Runs runs;

    /**
     * Makes an empty datastore.
     *
     * @param durable when it completes, all commits do
     */
    SlowDatastore(CompletableFuture<?> durable) {
        super(Datastore.inMemory());
        this.runs = (Runs) Proxy.newProxyInstance(
                Runs.class.getClassLoader(), new Class<?>[] {Runs.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(delegate.runs(), arguments);
                        return method.getName().equals("commit") ? after(durable, result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static CompletableFuture<CommitResult> after(CompletableFuture<?> durable, Object commit) {
        return durable.thenApply(ignored -> (CommitResult) ((CompletableFuture<?>) commit).join());
    }

    @Override
    public Runs runs() {
        return runs;
    }
}
