package dev.cairn.runtime.values;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.CodecException;
import dev.cairn.datastore.Address;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.internal.Encoding;
import org.jspecify.annotations.Nullable;

/**
 * A value that a test gave to a task built by hand, as a run would have stored it at that moment: whoever changes the value later
 * changes nothing here.
 */
final class BuiltVersion implements Version {
    private final ArtifactDefinition artifact;
    private final byte[] encoded;

    private BuiltVersion(ArtifactDefinition artifact, byte[] encoded) {
        this.artifact = artifact;
        this.encoded = encoded;
    }

    /**
     * Of a value as it is now.
     *
     * @throws CodecException if it cannot be stored
     */
    static BuiltVersion of(ArtifactDefinition artifact, @Nullable Object value) {
        try {
            return new BuiltVersion(
                    artifact, Encoding.of(artifact.codec(), value).bytes());
        } catch (CodecException e) {
            throw e.in(artifact.name());
        }
    }

    @Override
    public Address address() {
        return Address.ofContent(encoded);
    }

    @Override
    public boolean presumed() {
        return false;
    }

    @Override
    public ArtifactCodec<?> codec() {
        return artifact.codec();
    }

    @Override
    public @Nullable Object value() {
        return ArtifactFormat.decode(artifact.codec(), encoded, hash -> {
            throw new IllegalStateException("written by a different codec");
        });
    }
}
