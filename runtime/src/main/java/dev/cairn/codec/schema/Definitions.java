package dev.cairn.codec.schema;

import java.util.HashMap;
import java.util.Map;

/** Collects the definitions of named types from codecs. Not thread-safe. */
public final class Definitions {
    private final Map<String, Definition> byName = new HashMap<>();

    /** Starts without definitions. */
    public Definitions() {}

    /**
     * Adds a definition.
     *
     * @param definition the definition of a type under its name
     * @return whether it is new, so that the codec must add the definitions of its parts
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

    /**
     * {@return the schema of a type that uses these definitions} Definitions that {@code root} does not reach are left out.
     *
     * @param root the type of the payload
     * @throws dev.cairn.codec.MalformedArtifactException if a type that {@code root} reaches has no definition
     */
    public Schema schema(SchemaType root) {
        return Schema.of(root, byName);
    }
}
