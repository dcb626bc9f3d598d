package dev.cairn.processor.model;

/** How the values of a type are stored. Immutable. */
public sealed interface StoredType permits StoredType.Unstorable {
    /** Values of this type cannot be stored. */
    record Unstorable(String reason) implements StoredType {}
}
