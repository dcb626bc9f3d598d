package dev.cairn.runtime.values;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.datastore.Address;
import org.jspecify.annotations.Nullable;

/** What one branch holds of an artifact, for merging. */
public interface Version {
    /** The address of the encoded value. */
    Address address();

    /** Whether it is unknown if the branch assigned it; such a value yields to one that is not presumed. */
    boolean presumed();

    /** How the artifact is stored today. */
    ArtifactCodec<?> codec();

    /** The value, in an instance that nobody else holds. */
    @Nullable
    Object value();
}
