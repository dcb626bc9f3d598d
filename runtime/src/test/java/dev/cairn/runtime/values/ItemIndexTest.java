package dev.cairn.runtime.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.internal.CairnVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemIndexTest {
    private final Map<Address, byte[]> blobs = new HashMap<>();
    private final List<byte[]> read = new ArrayList<>();
    private final ArtifactLoader loader = new ArtifactLoader(Datastore.inMemory());

    @Test
    void elementsAreDecodedOneByOne() {
        List<String> elements = Arrays.asList("", "a", null, "ü".repeat(1000));
        ItemIndex index = parse(bytes(ItemIndex.of(Codecs.STRING, elements.iterator())));

        assertThat(index.count()).isEqualTo(4);
        assertThat(index.isRange()).isFalse();
        for (int i = 3; i >= 0; i--) {
            assertThat(loader.item(index, i, Codecs.STRING)).isEqualTo(elements.get(i));
        }
    }

    @Test
    void manySmallElementsTakeFewBytes() {
        ItemIndex index =
                ItemIndex.of(Codecs.BOXED_INT, IntStream.range(0, 1000).iterator());

        assertThat(loader.item(index, 999, Codecs.BOXED_INT)).isEqualTo(999);
        assertThat(bytes(index).length).isLessThan(38 + 1000 * 9);
    }

    @Test
    void rangeStoresNoElements() {
        ItemIndex index = parse(bytes(ItemIndex.range(1_000_000)));

        assertThat(index.isRange()).isTrue();
        assertThat(index.count()).isEqualTo(1_000_000);
        assertThat(bytes(index)).hasSize(6);
    }

    @Test
    void elementsThatTakeMoreThanAMegabyteLieInSeveralBlobs() {
        List<String> elements = IntStream.range(0, 5000)
                .mapToObj(i -> String.valueOf(i).repeat(i % 400))
                .toList();
        ItemIndex index = ItemIndex.of(Codecs.STRING, elements.iterator());
        byte[] bytes = bytes(index);
        assertThat(index.size()).isEqualTo(bytes.length);
        assertThat(blobs)
                .hasSize(4)
                .allSatisfy(
                        (address, blob) -> assertThat(blob.length).isLessThanOrEqualTo(ItemEncoder.SEGMENT + 4 * 5000));
        assertThat(bytes).hasSize(38 + 4 * 36).startsWith(1, 0, 0, 0, 0x13, (byte) 0x88);

        ItemIndex read = parse(bytes);
        for (int i = 0; i < elements.size(); i++) {
            assertThat(loader.item(index, i, Codecs.STRING)).isEqualTo(elements.get(i));
            assertThat(loader.item(read, i, Codecs.STRING)).isEqualTo(elements.get(i));
        }
        assertThat(this.read).as("each blob once").hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void whoAsksForOneElementReadsFewOthers() {
        int size = 1_000_000;
        List<String> elements = IntStream.range(0, 7)
                .mapToObj(i -> String.valueOf(i).repeat(size))
                .toList();
        ItemIndex index = parse(bytes(ItemIndex.of(Codecs.STRING, elements.iterator())));

        assertThat(loader.item(index, 3, Codecs.STRING)).isEqualTo(elements.get(3));

        assertThat(blobs).hasSize(7);
        assertThat(read)
                .singleElement()
                .satisfies(blob -> assertThat(blob.length).isLessThan(size + 10));
    }

    @Test
    void anElementThatIsLargerThanASegmentHasItsOwn() {
        List<String> elements =
                List.of("a", "b".repeat(3 << 20), "c", "d", "e".repeat(2 << 20), "f".repeat(1 << 20), "", "g");
        ItemIndex index = parse(bytes(ItemIndex.of(Codecs.STRING, elements.iterator())));

        for (int i = elements.size() - 1; i >= 0; i--) {
            assertThat(loader.item(index, i, Codecs.STRING)).isEqualTo(elements.get(i));
        }
        assertThat(blobs).hasSize(6);
    }

    @Test
    void oneBlobThatOlderVersionsMadeOfManyElementsIsRead() {
        ByteBuffer old = ByteBuffer.allocate(38 + 3 * (4 + 4 + 700_000));
        old.put(new byte[] {0, 0}).putInt(3).put(Codecs.STRING.schema().hash());
        IntStream.of(1, 2, 3).forEach(i -> old.putInt(i * 700_003));
        for (String letter : List.of("a", "b", "c")) {
            old.put(ArtifactFormat.encode(Codecs.STRING, letter.repeat(700_000)).bytes(), 36, 700_003);
        }
        ItemIndex index = parse(Arrays.copyOf(old.array(), old.position()));

        assertThat(loader.item(index, 2, Codecs.STRING)).isEqualTo("c".repeat(700_000));
        assertThat(loader.item(index, 0, Codecs.STRING)).isEqualTo("a".repeat(700_000));
    }

    @Test
    void damagedSegmentsAreRefused() {
        byte[] bytes = bytes(ItemIndex.of(
                Codecs.STRING, List.of("a".repeat(1 << 20), "b".repeat(1 << 20)).iterator()));
        assertThat(bytes).hasSize(38 + 2 * 36);
        for (int at : new int[] {5, 41, 38 + 36 + 3}) { // the number of elements; the ends of both segments
            byte[] damaged = bytes.clone();
            damaged[at] ^= 1;
            assertThatThrownBy(() -> parse(damaged))
                    .as("byte " + at)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the stored elements of a foreach are damaged");
        }
        assertThatThrownBy(() -> parse(Arrays.copyOf(bytes, bytes.length - 1)))
                .hasMessage("the stored elements of a foreach are damaged");
        assertThatThrownBy(() -> parse(Arrays.copyOf(bytes, bytes.length - 36)))
                .hasMessage("the stored elements of a foreach are damaged");
        blobs.replaceAll((address, blob) -> Arrays.copyOf(blob, 3));
        assertThatThrownBy(() -> loader.item(parse(bytes), 0, Codecs.STRING))
                .hasMessage("the stored elements of a foreach are damaged");
    }

    @Test
    void thereIsNothingBeyondTheLastElement() {
        ItemIndex index = ItemIndex.of(Codecs.STRING, List.of("a").iterator());

        assertThatThrownBy(() -> loader.item(index, 1, Codecs.STRING)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> loader.item(index, -1, Codecs.STRING)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void damagedIndexIsRefused() {
        byte[] bytes = bytes(ItemIndex.of(Codecs.STRING, List.of("a", "b").iterator()));
        bytes[38] = 0x7f; // the end of the first element

        ItemIndex index = parse(bytes);
        assertThatThrownBy(() -> loader.item(index, 0, Codecs.STRING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the stored elements of a foreach are damaged");
        assertThatThrownBy(() -> parse(Arrays.copyOf(bytes, 40)))
                .hasMessage("the stored elements of a foreach are damaged");
    }

    @Test
    void bytesThatMeanNothingAreRefused() {
        byte[] one = bytes(ItemIndex.of(Codecs.STRING, List.of("a").iterator()));
        byte[] none = bytes(ItemIndex.of(Codecs.STRING, List.of().iterator()));
        byte[] range = bytes(ItemIndex.range(3));
        assertThat(parse(none).count()).isZero();
        for (byte[] bytes : List.of(one, none, range)) {
            assertThatThrownBy(() -> parse(Arrays.copyOf(bytes, bytes.length + 1)))
                    .hasMessage("the stored elements of a foreach are damaged");
            byte[] otherFlag = bytes.clone();
            otherFlag[1] = 2;
            assertThatThrownBy(() -> parse(otherFlag)).hasMessage("the stored elements of a foreach are damaged");
        }
        range[0] = 1; // segments of numbers
        none[0] = 1; // no segments
        for (byte[] bytes : List.of(range, none)) {
            assertThatThrownBy(() -> parse(bytes)).hasMessage("the stored elements of a foreach are damaged");
        }
    }

    @Test
    void unknownVersionIsRefused() {
        assertThatThrownBy(() -> parse(new byte[] {9, 0, 0, 0, 0, 0}))
                .hasMessage("the elements of a foreach are stored in a form that Cairn " + CairnVersion.current()
                        + " does not support. Upgrade Cairn.");
    }

    private ItemIndex parse(byte[] bytes) {
        return ItemIndex.parse(bytes, address -> {
            byte[] blob = Objects.requireNonNull(blobs.get(address));
            read.add(blob);
            return blob;
        });
    }

    private byte[] bytes(ItemIndex index) {
        return bytes(index.content(segment -> {
            byte[] blob = bytes(segment);
            blobs.put(Address.ofContent(blob), blob);
            return Address.ofContent(blob);
        }));
    }

    private static byte[] bytes(BlobContent content) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            content.writeTo(output);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return output.toByteArray();
    }
}
