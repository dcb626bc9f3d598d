package dev.cairn.engine.flows;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskCommit;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** A datastore whose commits of one step, and all after them, fail: later, on another thread, as those of a disk do. */
final class BrokenDatastore extends ForwardingDatastore {
    private final Runs runs;
    private final Executor committer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "committer");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean broken;

    BrokenDatastore(Datastore delegate, String step) {
        super(delegate);
        this.runs = (Runs) Proxy.newProxyInstance(
                Runs.class.getClassLoader(), new Class<?>[] {Runs.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        TaskCommit commit = (TaskCommit) arguments[0];
                        broken |= commit.record().task().step().equals(step);
                        return broken
                                ? CompletableFuture.supplyAsync(BrokenDatastore::fail, committer)
                                : delegate.runs().commit(commit);
                    }
                    try {
                        return method.invoke(delegate.runs(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Whether it has failed. */
    boolean isBroken() {
        return broken;
    }

    private static Object fail() {
        throw new DatastoreException("the disk is full");
    }

    @Override
    public Runs runs() {
        return runs;
    }
}
