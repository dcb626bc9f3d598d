package dev.cairn.runtime.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.ForeachException;
import dev.cairn.runtime.internal.CairnVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemIndexTest {
    private final ArtifactLoader loader = new ArtifactLoader(Datastore.inMemory());

    @Test
    void elementsAreDecodedOneByOne() {
        List<String> elements = Arrays.asList("", "a", null, "ü".repeat(1000));
        ItemIndex index = ItemIndex.parse(bytes(ItemIndex.of(Codecs.STRING, elements.iterator())));

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
        ItemIndex index = ItemIndex.parse(bytes(ItemIndex.range(1_000_000)));

        assertThat(index.isRange()).isTrue();
        assertThat(index.count()).isEqualTo(1_000_000);
        assertThat(bytes(index)).hasSize(6);
    }

    @Test
    void elementsThatTakeSeveralArraysAreFoundAsThoseOfOne() {
        List<String> elements = IntStream.range(0, 5000)
                .mapToObj(i -> String.valueOf(i).repeat(i % 400))
                .toList();
        ItemIndex index = ItemIndex.of(Codecs.STRING, elements.iterator());
        assertThat(index.size()).isGreaterThan(3 << 20).isEqualTo(bytes(index).length);

        ItemIndex read = ItemIndex.parse(bytes(index));
        for (int i = 0; i < elements.size(); i++) {
            assertThat(loader.item(index, i, Codecs.STRING)).isEqualTo(elements.get(i));
            assertThat(loader.item(read, i, Codecs.STRING)).isEqualTo(elements.get(i));
        }
    }

    @Test
    void moreBytesThanCanBeCountedAreRefused() {
        assertThat(ItemIndex.of(Codecs.STRING, List.of("a".repeat(997), "b").iterator(), 1001)
                        .count())
                .isEqualTo(2);
        assertThatThrownBy(() -> ItemIndex.of(
                        Codecs.STRING, List.of("a".repeat(997), "bc").iterator(), 1001))
                .isInstanceOf(ForeachException.class)
                .hasMessage(
                        "the elements of a foreach take more than 1.0 kB. Fan out over keys or indexes, and read large"
                                + " values in the tasks.");
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

        ItemIndex index = ItemIndex.parse(bytes);
        assertThatThrownBy(() -> loader.item(index, 0, Codecs.STRING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the stored elements of a foreach are damaged");
        assertThatThrownBy(() -> ItemIndex.parse(Arrays.copyOf(bytes, 40)))
                .hasMessage("the stored elements of a foreach are damaged");
    }

    @Test
    void unknownVersionIsRefused() {
        assertThatThrownBy(() -> ItemIndex.parse(new byte[] {9, 0, 0, 0, 0, 0}))
                .hasMessage("the elements of a foreach are stored in a form that Cairn " + CairnVersion.current()
                        + " does not support. Upgrade Cairn.");
    }

    private static byte[] bytes(ItemIndex index) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            index.writeTo(output);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return output.toByteArray();
    }
}
