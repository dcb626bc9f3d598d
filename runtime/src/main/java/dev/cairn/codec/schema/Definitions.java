package dev.cairn.codec.schema;

import java.util.HashMap;
import java.util.Map;

/** Collects the definitions of named types from codecs. Confined to the thread that makes a schema. */
public final class Definitions {
    private final Map<String, Definition> byName = new HashMap<>();

    /** No definitions yet. */
    public Definitions() {}

    /**
     * Adds a definition; whether it is new, so that the codec goes on with its parts.
     *
     * @throws IllegalStateException if two codecs define the same name differently
     */
    public boolean add(Definition definition) {
        Definition known = byName.putIfAbsent(definition.name(), definition);
        if (known != null && !known.equals(definition)) {
            throw new IllegalStateException(
                    "two codecs define " + definition.name() + " differently: " + known + " and " + definition);
        }
        return known == null;
    }

    /** The schema of a type that leads to the definitions. */
    public Schema schema(SchemaType root) {
        return Schema.of(root, byName);
    }
}
