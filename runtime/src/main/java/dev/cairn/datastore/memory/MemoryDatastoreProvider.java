package dev.cairn.datastore.memory;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.DatastoreProvider;
import dev.cairn.datastore.support.BlobStore;
import dev.cairn.datastore.support.Compression;
import dev.cairn.datastore.support.KernelDatastore;

/** Opens {@code memory:}, a new and empty datastore each time. */
public final class MemoryDatastoreProvider implements DatastoreProvider {
    /** For {@link java.util.ServiceLoader}. */
    public MemoryDatastoreProvider() {}

    @Override
    public String scheme() {
        return "memory";
    }

    @Override
    public Datastore open(String url) {
        if (!url.equals(MemoryStore.URL)) {
            throw new DatastoreException(
                    "`" + url + "` names a datastore in memory, but datastores in memory have no names. Use `"
                            + MemoryStore.URL + "`");
        }
        return KernelDatastore.direct(new MemoryStore(), BlobStore.none(), Compression.none());
    }

    /** Never: what is in memory is known only to those who hold it. */
    @Override
    public boolean exists(String url) {
        return false;
    }
}
