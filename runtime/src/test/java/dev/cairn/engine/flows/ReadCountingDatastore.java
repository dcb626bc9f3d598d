package dev.cairn.engine.flows;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Runs;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes of the blobs that are read; one that is opened counts whole. Thread-safe. */
final class ReadCountingDatastore implements Datastore {
    private final Datastore delegate;
    private final AtomicLong bytesRead = new AtomicLong();
    private final Blobs blobs;

    ReadCountingDatastore(Datastore delegate) {
        this.delegate = delegate;
        this.blobs = (Blobs) Proxy.newProxyInstance(
                Blobs.class.getClassLoader(), new Class<?>[] {Blobs.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("read") || method.getName().equals("open")) {
                        delegate.blobs()
                                .find((Address) arguments[0])
                                .ifPresent(blob -> bytesRead.addAndGet(blob.size()));
                    }
                    try {
                        return method.invoke(delegate.blobs(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    long bytesRead() {
        return bytesRead.get();
    }

    @Override
    public String url() {
        return delegate.url();
    }

    @Override
    public Blobs blobs() {
        return blobs;
    }

    @Override
    public Runs runs() {
        return delegate.runs();
    }

    @Override
    public int inlineLimit() {
        return delegate.inlineLimit();
    }

    @Override
    public void close() {
        delegate.close();
    }
}
