package dev.cairn.datastore.tck;

import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Runs;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.stream.Stream;

/** Does what a datastore does, but before each call, and before each element of a stream, others do something. Used by one thread. */
final class InterleavedDatastore implements Datastore {
    private final Datastore datastore;
    private final Runnable others;

    InterleavedDatastore(Datastore datastore, Runnable others) {
        this.datastore = datastore;
        this.others = others;
    }

    @Override
    public String url() {
        return datastore.url();
    }

    @Override
    public Blobs blobs() {
        return interleaved(Blobs.class, datastore.blobs());
    }

    @Override
    public Runs runs() {
        return interleaved(Runs.class, datastore.runs());
    }

    @Override
    public int inlineLimit() {
        return datastore.inlineLimit();
    }

    @Override
    public void close() {
        datastore.close();
    }

    private <T> T interleaved(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    others.run();
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Stream<?> stream ? stream.peek(element -> others.run()) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
