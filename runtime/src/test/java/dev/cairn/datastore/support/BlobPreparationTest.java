package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.DatastoreException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store says of bytes that it cannot take is passed on as it is, however they come. */
class BlobPreparationTest {
    private static final DatastoreException FULL = new DatastoreException("the disk is full");

    private final byte[] content = new byte[5000];
    private final BlobPreparation preparation = new BlobPreparation(new FullBlobStore(), Compression.none());

    /** A store in which there is no room. */
    private static final class FullBlobStore implements BlobStore {
        @Override
        public int largestInRecords() {
            return 1000;
        }

        @Override
        public Staging stage(Encoding encoding) {
            throw FULL;
        }

        @Override
        public Optional<InputStream> open(StoredBlob blob) {
            return Optional.empty();
        }

        @Override
        public List<Address> list() {
            return List.of();
        }

        @Override
        public void sweep() {}
    }

    @Test
    void ofAStream() {
        assertThatThrownBy(() -> preparation.prepare(output -> output.write(content)))
                .isSameAs(FULL);
    }

    @Test
    void ofWhatACommitTakesAlong() {
        BlobInfo info = new BlobInfo(Address.ofContent(content), content.length, "[0, 0, ...");
        assertThatThrownBy(() -> preparation.prepare(info, content)).isSameAs(FULL);
    }
}
