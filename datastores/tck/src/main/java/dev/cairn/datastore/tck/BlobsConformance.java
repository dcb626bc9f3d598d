package dev.cairn.datastore;

import static dev.cairn.datastore.Example.dullBytes;
import static dev.cairn.datastore.Example.randomBytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Blobs} promises. */
interface BlobsConformance {
    Datastore datastore();

    private Blobs blobs() {
        return datastore().blobs();
    }

    @Test
    default void aBlobIsStoredUnderTheSha256OfItsBytes() {
        BlobInfo blob = blobs().put("abc".getBytes(StandardCharsets.UTF_8));

        assertThat(blob.address().toString())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // FIPS 180-4
        assertThat(blob.size()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 1024, 1025, 65_535, 65_536, 65_537, 1 << 20, (1 << 20) + 1, 5_000_000})
    default void aBlobOfAnySizeIsReadBackAsItWas(int length) throws IOException {
        for (byte[] content : List.of(randomBytes(length, length), dullBytes(length))) {
            BlobInfo blob = blobs().put(content);

            assertThat(blob).isEqualTo(new BlobInfo(Address.ofContent(content), length));
            assertThat(blobs().read(blob.address())).isEqualTo(content);
            try (InputStream stream = blobs().open(blob.address())) {
                assertThat(stream.readAllBytes()).isEqualTo(content);
            }
            assertThat(blobs().find(blob.address())).contains(blob);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1024, 65_536, 65_537, 1 << 20, 5_000_000})
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
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    default void contentMayComeInPiecesOfAnySize(long seed) {
        byte[] content = randomBytes(4_000_000, seed);
        BlobInfo blob = blobs().put(output -> {
            Random random = new Random(seed);
            for (int from = 0; from < content.length; ) {
                int piece = Math.min(content.length - from, random.nextInt(1 << random.nextInt(22)));
                output.write(content, from, piece);
                from += piece;
            }
        });

        assertThat(blob).isEqualTo(new BlobInfo(Address.ofContent(content), content.length));
        assertThat(blobs().read(blob.address())).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 10_000, 1_000_000})
    default void puttingWhatIsThereDoesNothing(int length) {
        byte[] content = randomBytes(length, 1);
        BlobInfo first = blobs().put(content);
        BlobInfo second = blobs().put(content);
        BlobInfo third = blobs().put(output -> output.write(content));

        assertThat(List.of(second, third)).containsOnly(first);
        assertThat(Example.all(blobs().list())).containsExactly(first);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 100_000, 3_000_000})
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
    default void aBlobThatIsNotThereIsNotFound() {
        Address address = Address.ofContent(new byte[] {1});

        assertThat(blobs().find(address)).isEmpty();
        assertThatThrownBy(() -> blobs().read(address))
                .isInstanceOf(NoSuchBlobException.class)
                .hasMessage(
                        "there is no blob " + address + " in `" + datastore().url() + "`");
        assertThatThrownBy(() -> blobs().open(address))
                .isInstanceOf(NoSuchBlobException.class)
                .hasMessage(
                        "there is no blob " + address + " in `" + datastore().url() + "`");
    }

    @Test
    default void whoModifiesTheBytesHeGotOrGaveDoesNotModifyTheBlob() {
        byte[] content = {1, 2, 3};
        BlobInfo blob = blobs().put(content);
        content[0] = 9;
        blobs().read(blob.address())[1] = 9;

        assertThat(blobs().read(blob.address())).containsExactly(1, 2, 3);
    }

    @Test
    default void blobsAreListedEachOnce() {
        List<BlobInfo> expected = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            expected.add(blobs().put(randomBytes(10 + i, i)));
        }
        expected.add(blobs().put(randomBytes(200_000, 3)));

        assertThat(Example.all(blobs().list())).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    default void aListStopsWhereItsReaderStops() {
        for (int i = 0; i < 20; i++) {
            blobs().put(new byte[] {(byte) i});
        }

        try (Stream<BlobInfo> list = blobs().list()) {
            assertThat(list.limit(3)).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 10_000, 200_000})
    default void aDeletedBlobIsGoneAndCanBeStoredAgain(int length) {
        byte[] content = randomBytes(length, 5);
        BlobInfo blob = blobs().put(content);

        assertThat(blobs().delete(blob.address())).isTrue();
        assertThat(blobs().delete(blob.address())).isFalse();
        assertThat(blobs().find(blob.address())).isEmpty();
        assertThat(Example.all(blobs().list())).isEmpty();

        assertThat(blobs().put(content)).isEqualTo(blob);
        assertThat(blobs().read(blob.address())).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 200_000})
    default void aBlobThatWasPutSinceIsNotDeleted(int length) {
        byte[] content = randomBytes(length, 6);
        BlobInfo blob = blobs().put(content);

        assertThat(blobs().delete(blob.address(), Instant.now().minusSeconds(3600)))
                .isFalse();
        assertThat(blobs().read(blob.address())).isEqualTo(content);
    }

    @Test
    default void sweepingKeepsEveryBlob() {
        byte[] small = randomBytes(10, 7);
        byte[] large = randomBytes(200_000, 8);
        Address smallAddress = blobs().put(small).address();
        Address largeAddress = blobs().put(large).address();

        blobs().sweep();

        assertThat(blobs().read(smallAddress)).isEqualTo(small);
        assertThat(blobs().read(largeAddress)).isEqualTo(large);
    }
}
