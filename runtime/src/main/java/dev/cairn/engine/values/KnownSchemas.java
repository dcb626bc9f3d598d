package dev.cairn.engine.values;

import dev.cairn.codec.schema.Schema;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas that the datastore took with a commit of this run. A commit that comes later need not bring them: commits become
 * durable in order. Thread-safe.
 */
public final class KnownSchemas {
    private final Set<Schema> schemas = ConcurrentHashMap.newKeySet();

    boolean contains(Schema schema) {
        return schemas.contains(schema);
    }

    void add(Collection<Schema> taken) {
        schemas.addAll(taken);
    }
}
