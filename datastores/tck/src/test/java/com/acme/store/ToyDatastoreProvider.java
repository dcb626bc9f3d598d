package com.acme.store;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreProvider;
import dev.cairn.datastore.support.BlobStore;
import dev.cairn.datastore.support.Compression;
import dev.cairn.datastore.support.KernelDatastore;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Opens {@code toy:<name>}: one store for each name, as long as the process lives. */
public final class ToyDatastoreProvider implements DatastoreProvider {
    private static final ConcurrentMap<String, ToyStore> STORES = new ConcurrentHashMap<>();

    /** For {@link java.util.ServiceLoader}. */
    public ToyDatastoreProvider() {}

    @Override
    public String scheme() {
        return "toy";
    }

    @Override
    public Datastore open(String url) {
        return KernelDatastore.grouping(
                STORES.computeIfAbsent(url, ToyStore::new), BlobStore.none(), Compression.none());
    }

    @Override
    public boolean exists(String url) {
        return STORES.containsKey(url);
    }

    static ToyStore store(String url) {
        return STORES.get(url);
    }
}
