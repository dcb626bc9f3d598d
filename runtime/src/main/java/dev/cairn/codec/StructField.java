package dev.cairn.codec;

import java.util.List;

/**
 * A stored field of a record or class. Immutable.
 *
 * @param name its name
 * @param codec how its values are stored
 * @param formerNames names under which older versions stored it
 */
public record StructField(String name, ArtifactCodec<?> codec, List<String> formerNames) {
    /** Copies the list. */
    public StructField {
        formerNames = List.copyOf(formerNames);
    }

    /** This field, with names under which older versions stored it. */
    public StructField formerNames(String... names) {
        return new StructField(name, codec, List.of(names));
    }
}
