package dev.cairn.engine.flows;

import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskRecord;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A datastore that stores no commit, and answers each in the same way. */
final class AnsweringDatastore extends ForwardingDatastore {
    private final Runs runs;

    AnsweringDatastore(Datastore delegate, CommitResult answer) {
        this(delegate, answer, List.of());
    }

    /**
     * Answers for a process with attempts on their way.
     *
     * @param onTheirWay the attempts that are shown instead of those that are stored, until a commit is answered
     */
    AnsweringDatastore(Datastore delegate, CommitResult answer, List<TaskRecord> onTheirWay) {
        super(delegate);
        AtomicBoolean answered = new AtomicBoolean(onTheirWay.isEmpty());
        this.runs = (Runs) Proxy.newProxyInstance(
                Runs.class.getClassLoader(), new Class<?>[] {Runs.class}, (proxy, method, arguments) -> {
                    try {
                        if (method.getName().equals("commit")) {
                            answered.set(true);
                            return CompletableFuture.completedFuture(answer);
                        }
                        return method.getName().equals("attempts") && !answered.get()
                                ? onTheirWay
                                : method.invoke(delegate.runs(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Runs runs() {
        return runs;
    }
}
