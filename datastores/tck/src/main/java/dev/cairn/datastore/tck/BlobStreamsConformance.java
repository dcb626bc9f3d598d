package dev.cairn.datastore.tck;

import static dev.cairn.datastore.tck.Example.dullBytes;
import static dev.cairn.datastore.tck.Example.randomBytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.CorruptBlobException;
import dev.cairn.datastore.DatastoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Blobs} promises of content that is written and read as a stream, and of its verification. */
interface BlobStreamsConformance extends StoreUnderTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1024, 65_536, 65_537, 1 << 20, 5_000_000})
    @Promise("Blobs.put stores streamed content as the same blob as an array of the same bytes")
    default void streamedContentIsTheSameBlob(int length) {
        for (byte[] content : List.of(randomBytes(length, ~length), dullBytes(length))) {
            BlobInfo blob = blobs().put(output -> {
                int half = length / 2;
                output.write(content, 0, half);
                for (int i = half; i < Math.min(length, half + 10); i++) {
                    output.write(content[i]);
                }
                int rest = Math.min(length, half + 10);
                output.write(content, rest, length - rest);
            });

            assertThat(blob).isEqualTo(new BlobInfo(Address.ofContent(content), length));
            assertThat(blobs().read(blob.address())).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1024, 1 << 20})
    @Promise("Blobs.put keeps the preview of streamed content, and find and list return it")
    default void aPreviewIsKeptWithItsBlob(int length) {
        String preview = "caf\u00e9 \uD83D\uDE00 ".repeat(100).trim();
        BlobInfo blob = blobs().put(Example.previewed(dullBytes(length), preview));

        assertThat(blob.preview()).isEqualTo(preview);
        assertThat(blobs().find(blob.address())).contains(blob);
        assertThat(Example.all(blobs().list())).containsExactly(blob);
        assertThat(openAgain().blobs().find(blob.address())).contains(blob);
    }

    @Test
    @Promise("Blobs.put keeps the preview that a blob has")
    default void theFirstPreviewStays() {
        byte[] content = dullBytes(1000);
        BlobInfo first = blobs().put(Example.previewed(content, "first"));
        blobs().put(Example.previewed(content, "second"));
        blobs().put(content);

        assertThat(blobs().find(first.address())).contains(first);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @Promise("Blobs.put accepts content in pieces of any size, and open can be read in pieces of any size")
    default void contentMayComeAndGoInPiecesOfAnySize(long seed) throws IOException {
        byte[] content = randomBytes(4_000_000, seed);
        Random random = new Random(seed);
        BlobInfo blob = blobs().put(output -> {
            for (int from = 0; from < content.length; ) {
                int piece = Math.min(content.length - from, random.nextInt(1 << random.nextInt(22)));
                output.write(content, from, piece);
                from += piece;
            }
        });

        assertThat(blob).isEqualTo(new BlobInfo(Address.ofContent(content), content.length));
        try (InputStream stream = blobs().open(blob.address())) {
            assertThat(inPieces(stream, random)).isEqualTo(content);
            assertThat(stream.read()).as("after its end").isEqualTo(-1);
        }
    }

    private static byte[] inPieces(InputStream stream, Random random) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] piece = new byte[1 << 21];
        for (int octet = stream.read(); octet >= 0; octet = stream.read()) {
            read.write(octet);
            int offset = random.nextInt(100);
            int length = stream.read(piece, offset, 1 + random.nextInt(1 << random.nextInt(20)));
            read.write(piece, offset, Math.max(length, 0));
        }
        return read.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 60_000, 300_000})
    @Promise("Blobs.open returns a stream that continues after skipped bytes")
    default void aStreamCanSkip(int length) throws IOException {
        byte[] content = randomBytes(length, 11);
        Address address = blobs().put(content).address();

        try (InputStream stream = blobs().open(address)) {
            stream.skipNBytes(length / 3);
            assertThat(stream.readNBytes(100)).isEqualTo(Arrays.copyOfRange(content, length / 3, length / 3 + 100));
            stream.skipNBytes(length - length / 3 - 101);
            assertThat(stream.readAllBytes()).containsExactly(content[length - 1]);
            assertThat(stream.skip(1)).isZero();
        }
        try (InputStream early = blobs().open(address)) {
            assertThat(early.read()).isEqualTo(content[0] & 0xff); // and closed before its end
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 100_000, 3_000_000})
    @Promise("Blobs.put stores nothing if its content throws, and says why")
    default void contentThatThrowsStoresNothing(int written) {
        assertThatThrownBy(() -> blobs().put(output -> {
                    output.write(randomBytes(written, 2));
                    throw new IOException("the disk of the source is gone");
                }))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the content of a blob could not be produced: the disk of the source is gone")
                .hasRootCauseMessage("the disk of the source is gone");

        assertThat(Example.all(blobs().list())).isEmpty();
    }

    @Test
    @Promise("Blobs.put passes on the unchecked exceptions of its content, and stores nothing")
    default void anUncheckedExceptionOfTheContentIsPassedOn() {
        IllegalStateException broken = new IllegalStateException("broken");

        assertThatThrownBy(() -> blobs().put(output -> {
                    output.write(randomBytes(100_000, 2));
                    throw broken;
                }))
                .isSameAs(broken);

        assertThat(Example.all(blobs().list())).isEmpty();
    }

    @Test
    @Promise("Blobs.put accepts content whose producer uses the datastore while it writes")
    default void contentMayComeFromTheDatastoreItself() {
        byte[] source = randomBytes(300_000, 12);
        Address address = blobs().put(source).address();
        byte[] nested = randomBytes(400_000, 13);
        BlobInfo copy = blobs().put(output -> {
            blobs().put(other -> other.write(nested));
            try (InputStream stream = blobs().open(address)) {
                stream.transferTo(output);
            }
            output.write(blobs().read(address), 1000, 1000);
        });

        byte[] expected = Arrays.copyOf(source, 301_000);
        System.arraycopy(source, 1000, expected, 300_000, 1000);
        assertThat(blobs().read(copy.address())).isEqualTo(expected);
        assertThat(blobs().read(Address.ofContent(nested))).isEqualTo(nested);
    }

    @Test
    @Promise("Blobs.read verifies every read: it throws CorruptBlobException where one bit differs")
    default void aDamagedBlobIsNotRead() {
        Address address = blobs().put(randomBytes(200_000, 14)).address();
        assumeDamaged(address);

        assertThatThrownBy(() -> blobs().read(address)).isInstanceOf(CorruptBlobException.class);
        assertThatThrownBy(() -> blobs().read(address)).as("once more").isInstanceOf(CorruptBlobException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 150_000, 1_000_000})
    @Promise(
            "Blobs.open holds back the last bytes of a damaged blob, however it is read, and throws CorruptBlobException")
    default void aDamagedBlobIsNotReadToItsEnd(int piece) throws IOException {
        byte[] content = randomBytes(200_000, 15);
        Address address = blobs().put(content).address();
        assumeDamaged(address);

        int[] given = new int[1];
        Throwable thrown = catchThrowable(() -> {
            try (InputStream stream = blobs().open(address)) {
                byte[] bytes = new byte[piece];
                for (int length = stream.read(bytes); length >= 0; length = stream.read(bytes)) {
                    given[0] += length;
                }
            }
        });

        assertThat(thrown).isInstanceOf(CorruptBlobException.class);
        assertThat(given[0]).isLessThan(content.length);
    }
}
