package dev.cairn.codec.tree;

import dev.cairn.codec.schema.Definition;
import org.jspecify.annotations.Nullable;

/** Knows, where classes are at hand, what to say of values that were stored reflectively. */
@FunctionalInterface
public interface OpaqueReader {
    /** Knows nothing: for trees without any class of the user's. */
    OpaqueReader NONE = (stored, bytes) -> null;

    /**
     * The text of a value.
     *
     * @param stored how it was stored
     * @param bytes what the reflective serializer wrote
     * @return null if the value cannot be read here
     */
    @Nullable
    String text(Definition.Opaque stored, byte[] bytes);
}
