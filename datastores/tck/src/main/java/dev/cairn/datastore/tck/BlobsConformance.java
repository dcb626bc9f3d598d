package dev.cairn.datastore.tck;

import static dev.cairn.datastore.tck.Example.dullBytes;
import static dev.cairn.datastore.tck.Example.randomBytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.CommitResult;
import dev.cairn.datastore.NoSuchBlobException;
import dev.cairn.datastore.RunId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Blobs} promises of blobs that are put, found, read and listed. */
interface BlobsConformance extends StoreUnderTest {
    @Test
    @Promise("Blobs.put stores a blob under the SHA-256 of its bytes")
    default void aBlobIsStoredUnderTheSha256OfItsBytes() {
        BlobInfo blob = blobs().put("abc".getBytes(StandardCharsets.UTF_8));

        assertThat(blob.address().toString())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // FIPS 180-4
        assertThat(blob.size()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 1024, 1025, 65_535, 65_536, 65_537, 1 << 20, (1 << 20) + 1, 5_000_000})
    @Promise("Blobs.read and open return the bytes that were put, whatever their number and content")
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
    @ValueSource(ints = {100, 10_000, 1_000_000})
    @Promise("Blobs.put does nothing if the blob is already stored")
    default void puttingWhatIsThereDoesNothing(int length) {
        byte[] content = randomBytes(length, 1);
        BlobInfo first = blobs().put(content);
        BlobInfo second = blobs().put(content);
        BlobInfo third = blobs().put(output -> output.write(content));

        assertThat(List.of(second, third)).containsOnly(first);
        assertThat(Example.all(blobs().list())).containsExactly(first);
    }

    @Test
    @Promise("Blobs.find finds nothing, and read and open throw NoSuchBlobException, if there is no blob")
    default void aBlobThatIsNotThereIsNotFound() {
        blobs().put(new byte[] {2});
        Address address = Address.ofContent(new byte[] {1});
        String message = "there is no blob " + address + " in `" + datastore().url() + "`";

        assertThat(blobs().find(address)).isEmpty();
        assertThatThrownBy(() -> blobs().read(address))
                .isInstanceOf(NoSuchBlobException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> blobs().open(address))
                .isInstanceOf(NoSuchBlobException.class)
                .hasMessage(message);
    }

    @Test
    @Promise("Blobs.present says of each address whether there is a blob, however many there are")
    default void ofManyAddressesThoseWithABlobAreFound() {
        List<Address> stored = new ArrayList<>();
        List<Address> all = new ArrayList<>();
        for (int i = 0; i < 1300; i++) {
            byte[] content = {(byte) i, (byte) (i >> 8), 7};
            if (i % 13 == 0) {
                stored.add(blobs().put(content).address());
            }
            all.add(Address.ofContent(content));
            all.add(Address.ofContent(content)); // which may be asked for twice
        }
        Address large = blobs().put(randomBytes(200_000, 3)).address();
        all.add(large);
        stored.add(large);

        assertThat(blobs().present(all)).containsExactlyInAnyOrderElementsOf(stored);
        blobs().delete(large, Instant.MAX);
        assertThat(blobs().present(List.of(large, stored.get(0)))).containsExactly(stored.get(0));
        assertThat(blobs().present(List.of())).isEmpty();
    }

    @Test
    @Promise("Blobs.putAll stores each of several contents, and returns the blobs in their order")
    default void severalBlobsAreStoredAtOnce() {
        List<byte[]> contents = new ArrayList<>();
        for (int length : new int[] {0, 1, 5000, 70_000, 1, 200_000}) {
            contents.add(randomBytes(length, length));
        }

        List<BlobInfo> blobs = blobs().putAll(contents.stream()
                .map(content -> (BlobContent) output -> output.write(content))
                .toList());

        assertThat(blobs)
                .isEqualTo(contents.stream()
                        .map(content -> new BlobInfo(Address.ofContent(content), content.length))
                        .toList());
        for (int i = 0; i < contents.size(); i++) {
            assertThat(blobs().read(blobs.get(i).address())).isEqualTo(contents.get(i));
        }
        assertThat(blobs().putAll(List.of())).isEmpty();
    }

    @Test
    @Promise("Blobs.read of several returns those that are there, also if they are not durable yet")
    default void severalBlobsAreReadAtOnce() {
        Map<Address, byte[]> expected = new HashMap<>();
        for (int length : new int[] {0, 1, 1024, 5000, 65_536, 70_000}) {
            for (byte[] content : List.of(randomBytes(length, length), dullBytes(length))) {
                expected.put(blobs().put(content).address(), content);
            }
        }
        RunId run = newRun();
        byte[] committed = randomBytes(3000, 7);
        CompletableFuture<CommitResult> commit = runs().commit(Example.commit(Example.task(run, "start"), committed));
        expected.put(Address.ofContent(committed), committed);
        List<Address> asked = new ArrayList<>(expected.keySet());
        asked.add(asked.get(0));
        asked.add(Address.ofContent(randomBytes(10, 8)));

        Map<Address, byte[]> found = blobs().read(asked);

        assertThat(found).containsOnlyKeys(expected.keySet());
        expected.forEach((address, content) -> assertThat(found.get(address)).isEqualTo(content));
        assertThat(blobs().read(List.of())).isEmpty();
        assertThat(commit.join()).isEqualTo(CommitResult.COMMITTED);
        assertThat(blobs().read(asked)).containsOnlyKeys(expected.keySet());
    }

    @Test
    @Promise("Blobs never changes a blob, even if the arrays that were put or read are modified")
    default void whoModifiesTheBytesHeGotOrGaveDoesNotModifyTheBlob() {
        byte[] content = {1, 2, 3};
        BlobInfo blob = blobs().put(content);
        content[0] = 9;
        blobs().read(blob.address())[1] = 9;

        assertThat(blobs().read(blob.address())).containsExactly(1, 2, 3);
    }

    @Test
    @Promise("Blobs.list lists every blob once, even while others are added and deleted")
    default void blobsAreListedEachOnce() {
        List<BlobInfo> expected = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            expected.add(blobs().put(randomBytes(10 + i, i)));
        }
        expected.add(blobs().put(randomBytes(200_000, 3)));

        assertThat(Example.all(blobs().list())).containsExactlyInAnyOrderElementsOf(expected);
        List<BlobInfo> seen = new ArrayList<>();
        try (Stream<BlobInfo> list = blobs().list()) {
            Iterator<BlobInfo> iterator = list.iterator();
            while (iterator.hasNext()) {
                seen.add(iterator.next());
                if (seen.size() % 50 == 0 && seen.size() <= 700) {
                    blobs().put(randomBytes(9, seen.size()));
                    blobs().delete(seen.get(seen.size() - 1).address());
                }
            }
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(expected);
    }

    @Test
    @Promise("Blobs.list is lazy, and may be closed before its end")
    default void aListStopsWhereItsReaderStops() {
        for (int i = 0; i < 20; i++) {
            blobs().put(new byte[] {(byte) i});
        }

        try (Stream<BlobInfo> list = blobs().list()) {
            assertThat(list.limit(3)).hasSize(3);
        }
    }
}
