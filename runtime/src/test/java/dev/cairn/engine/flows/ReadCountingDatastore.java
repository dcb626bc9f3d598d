package dev.cairn.engine.flows;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Counts the bytes of the blobs that are read; one that is opened counts whole. Thread-safe. */
final class ReadCountingDatastore extends ForwardingDatastore {
    private final AtomicLong bytesRead = new AtomicLong();
    private final Blobs blobs;

    ReadCountingDatastore(Datastore delegate) {
        super(delegate);
        this.blobs = (Blobs) Proxy.newProxyInstance(
                Blobs.class.getClassLoader(), new Class<?>[] {Blobs.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("read") || method.getName().equals("open")) {
                        addresses(arguments[0])
                                .flatMap(address -> delegate.blobs().find(address).stream())
                                .forEach(blob -> bytesRead.addAndGet(blob.size()));
                    }
                    try {
                        return method.invoke(delegate.blobs(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Stream<Address> addresses(Object argument) {
        return argument instanceof Address address
                ? Stream.of(address)
                : ((Collection<?>) argument).stream().map(Address.class::cast);
    }

    long bytesRead() {
        return bytesRead.get();
    }

    @Override
    public Blobs blobs() {
        return blobs;
    }
}
