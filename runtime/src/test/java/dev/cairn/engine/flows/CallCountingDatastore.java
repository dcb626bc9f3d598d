package dev.cairn.engine.flows;

import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Runs;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Counts the calls of each method by which something is read: in a database each of them is at least one round trip. Thread-safe. */
final class CallCountingDatastore extends ForwardingDatastore {
    private final Map<String, Integer> calls = new ConcurrentSkipListMap<>();
    private final Blobs blobs;
    private final Runs runs;

    CallCountingDatastore(Datastore delegate) {
        super(delegate);
        this.blobs = counting(Blobs.class, delegate.blobs());
        this.runs = counting(Runs.class, delegate.runs());
    }

    private <T> T counting(Class<T> type, T of) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    calls.merge(type.getSimpleName() + "." + method.getName(), 1, Integer::sum);
                    try {
                        return method.invoke(of, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** How often a method was called. */
    int calls(String method) {
        return calls.getOrDefault(method, 0);
    }

    /** How often any method was called whose name begins so. */
    int callsOf(String start) {
        return calls.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(start))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    @Override
    public Blobs blobs() {
        return blobs;
    }

    @Override
    public Runs runs() {
        return runs;
    }
}
