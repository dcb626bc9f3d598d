package dev.cairn.runtime.values;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.datastore.Address;
import org.jspecify.annotations.Nullable;

/** What one branch holds of an artifact, for merging. */
public interface Version {
    /** {@return the address of the encoded value} */
    Address address();

    /** {@return whether it is unknown if the branch assigned it; such a value yields to one that is not presumed} */
    boolean presumed();

    /** {@return the codec of the artifact as it is declared now} */
    ArtifactCodec<?> codec();

    /** {@return the value, in an instance that nobody else holds} */
    @Nullable
    Object value();
}
