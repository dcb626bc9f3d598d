package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.DatastoreException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A store that keeps all in its records, and compresses nothing. */
class NothingOutsideTest {
    private static final byte[] CONTENT = new byte[10_000];
    private static final String COMPRESSED = "it is compressed, in a store that compresses nothing";

    @Test
    void whatNoRecordCanHoldIsRefused() {
        BlobStore none = BlobStore.none();

        assertThat(none.largestInRecords()).isEqualTo(Integer.MAX_VALUE - 8);
        assertThatThrownBy(() -> none.stage(Encoding.RAW))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("a value of more than 2 GB does not fit into a record. Use a datastore that stores such"
                        + " values in files, such as `file:`.");
    }

    @Test
    void nothingIsThere() {
        BlobInfo info = new BlobInfo(Address.ofContent(CONTENT), CONTENT.length);

        assertThat(BlobStore.none().open(new StoredBlob(info, Encoding.RAW, CONTENT.length, 0, null)))
                .isEmpty();
        assertThat(BlobStore.none().list()).isEmpty();
        assertThat(BlobStore.none().dropsOrphans()).isTrue(); // as any store that does not say otherwise
        BlobStore.none().sweep();
    }

    @Test
    void compressingNeverPays() throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();

        assertThat(Compression.none().compress(CONTENT, CONTENT.length)).isEmpty();
        assertThat(Compression.none().compressing(output)).isSameAs(output);
    }

    @Test
    void whatIsCompressedIsOfAnotherStore() {
        assertThatThrownBy(() -> Compression.none().decompress(CONTENT, 5))
                .isInstanceOf(IOException.class)
                .hasMessage(COMPRESSED);
        assertThatThrownBy(() -> Compression.none().decompressing(new ByteArrayInputStream(CONTENT)))
                .isInstanceOf(IOException.class)
                .hasMessage(COMPRESSED);
    }
}
