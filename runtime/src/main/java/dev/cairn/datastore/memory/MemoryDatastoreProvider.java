package dev.cairn.datastore.memory;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.DatastoreProvider;

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
        if (!url.equals(MemoryDatastore.URL)) {
            throw new DatastoreException("`" + url + "` names a datastore in memory, but these have no names. Use `"
                    + MemoryDatastore.URL + "`");
        }
        return new MemoryDatastore();
    }

    /** Never: what is in memory is known only to those who hold it. */
    @Override
    public boolean exists(String url) {
        return false;
    }
}
