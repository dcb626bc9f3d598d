package dev.cairn.runtime.values;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import org.jspecify.annotations.Nullable;

/**
 * A version of an artifact in the datastore.
 *
 * @param loader reads the value
 * @param codec the codec of the artifact as it is declared now
 * @param ref where the value is
 */
public record StoredVersion(ArtifactLoader loader, ArtifactCodec<?> codec, ArtifactRef ref) implements Version {
    @Override
    public Address address() {
        return ref.address();
    }

    @Override
    public boolean presumed() {
        return ref.presumed();
    }

    @Override
    public @Nullable Object value() {
        return loader.value(ref, codec);
    }
}
