package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.CorruptBlobException;
import dev.cairn.datastore.Example;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A blob is delivered as it was stored, or not to its end. */
class VerifyingInputStreamTest {
    private static final byte[] CONTENT = {1, (byte) 0xff, 3};
    private static final String DAMAGED = "the blob " + Address.ofContent(CONTENT) + " in `memory:test` is damaged: ";

    private final List<String> told = new ArrayList<>();

    private VerifyingInputStream stream(byte[] stored) {
        return stream(CONTENT, new ByteArrayInputStream(stored));
    }

    private VerifyingInputStream stream(byte[] expected, InputStream input) {
        BlobInfo info = new BlobInfo(Address.ofContent(expected), expected.length);
        return new VerifyingInputStream(input, info, new DamagedBlobs("memory:test"), () -> told.add("end"));
    }

    @Test
    void singleBytesAreFrom0To255AndThenThereAreNoMore() throws IOException {
        try (VerifyingInputStream stream = stream(CONTENT)) {
            assertThat(stream.read()).isEqualTo(1);
            assertThat(stream.read()).isEqualTo(255);
            assertThat(told).isEmpty();
            assertThat(stream.read()).isEqualTo(3);
            assertThat(told).containsExactly("end"); // with the last byte, and once
            assertThat(stream.read()).isEqualTo(-1);
            assertThat(stream.read()).isEqualTo(-1);
            assertThat(told).hasSize(1);
        }
    }

    @Test
    void anEmptyOneIsVerifiedWhereItEnds() throws IOException {
        try (VerifyingInputStream stream = stream(new byte[0], new ByteArrayInputStream(new byte[0]))) {
            assertThat(stream.read()).isEqualTo(-1);
        }
        assertThat(told).containsExactly("end");
        try (VerifyingInputStream stream = stream(new byte[0], new ByteArrayInputStream(new byte[1]))) {
            assertThatThrownBy(stream::read)
                    .isInstanceOf(CorruptBlobException.class)
                    .hasMessageContaining("it has more than 0 bytes");
        }
    }

    @Test
    void whoWantsNothingGetsNothing() throws IOException {
        try (VerifyingInputStream stream = stream(CONTENT)) {
            assertThat(stream.read(new byte[3], 1, 0)).isZero();
            byte[] bytes = new byte[5];
            assertThat(stream.read(bytes, 1, 4)).isEqualTo(3);
            assertThat(bytes).containsExactly(0, 1, 0xff, 3, 0);
            assertThat(stream.read(bytes, 0, 0)).isZero();
            assertThat(stream.read(bytes, 0, 1)).isEqualTo(-1);
        }
    }

    @Test
    void onceItHasFailedItFailsAgain() throws IOException {
        try (VerifyingInputStream stream = stream(new byte[] {1, 2, 3})) {
            String message = DAMAGED + "its bytes have the address " + Address.ofContent(new byte[] {1, 2, 3});
            assertThat(stream.read()).isEqualTo(1);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> stream.readNBytes(2))
                        .isInstanceOf(CorruptBlobException.class)
                        .hasMessageStartingWith(message);
            }
            assertThatThrownBy(() -> stream.read(new byte[1], 0, 0)).isInstanceOf(CorruptBlobException.class);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsBelowIsReadInPiecesThatArePartOfTheBlob() throws IOException {
        byte[] content = Example.randomBytes(100, 1);
        List<Integer> asked = new ArrayList<>();
        InputStream input = new FilterInputStream(new ByteArrayInputStream(content)) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                asked.add(length);
                return super.read(bytes, offset, length);
            }
        };
        try (VerifyingInputStream stream = stream(content, input)) {
            assertThat(stream.readNBytes(40)).hasSize(40);
            assertThat(stream.read(new byte[1000], 0, 1000)).isEqualTo(60);
        }
        assertThat(asked).containsExactly(40, 60, 1); // the last one finds out that there are no more
    }

    @Test
    void whoClosesItClosesWhatIsBelow() throws IOException {
        List<String> closed = new ArrayList<>();
        stream(CONTENT, new FilterInputStream(new ByteArrayInputStream(CONTENT)) {
                    @Override
                    public void close() {
                        closed.add("closed");
                    }
                })
                .close();

        assertThat(closed).hasSize(1);
    }
}
