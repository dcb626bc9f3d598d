package dev.cairn.runtime;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.datastore.Address;
import org.jspecify.annotations.Nullable;

/** A value that a test gave to a task built by hand. */
record BuiltVersion(ArtifactCodec<?> codec, @Nullable Object value) implements Version {
    @Override
    public Address address() {
        return Encoding.address(codec, value);
    }

    @Override
    public boolean presumed() {
        return false;
    }
}
