package dev.cairn.runtime.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.Codecs;
import dev.cairn.codec.Encoded;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.CorruptBlobException;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.internal.Encoding;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Values that records hold themselves are verified like those of blobs, whatever the datastore does. */
class ArtifactLoaderTest {
    private final Encoded encoded = Encoding.of(Codecs.STRING, "as it was stored");
    private final ArtifactLoader loader = new ArtifactLoader(Datastore.inMemory());

    @Test
    void inlineValueIsRead() {
        loader.remember(encoded.schema());

        assertThat(loader.value(ref(encoded.bytes()), Codecs.STRING)).isEqualTo("as it was stored");
        assertThat(loader.bytes(ref(encoded.bytes()))).isEqualTo(encoded.bytes());
    }

    @Test
    void inlineValueThatChangedIsNotRead() {
        byte[] damaged = encoded.bytes().clone();
        damaged[damaged.length - 1] ^= 1;
        ArtifactRef ref = ref(damaged);
        String message = "the datastore is damaged: a value of type String should have the address " + ref.address()
                + ", but has " + Address.ofContent(damaged);

        assertThatThrownBy(() -> loader.value(ref, Codecs.STRING))
                .isExactlyInstanceOf(CorruptBlobException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> loader.bytes(ref)).hasMessage(message);
        assertThatThrownBy(() -> loader.open(ref)).hasMessage(message);
        assertThatThrownBy(() -> loader.tree(ref)).hasMessage(message);
    }

    private ArtifactRef ref(byte[] inline) {
        return new ArtifactRef(
                Address.ofContent(encoded.bytes()), inline.length, "String", Instant.EPOCH, false, inline);
    }
}
