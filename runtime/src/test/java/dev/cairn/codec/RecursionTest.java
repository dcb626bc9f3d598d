package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.Samples.Box;
import dev.cairn.codec.Samples.Node;
import dev.cairn.codec.collection.CollectionKind;
import dev.cairn.codec.union.AnyTags;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values nested deep, or without end. */
final class RecursionTest {
    private static Node chain(int length) {
        Node node = Node.leaf(0);
        for (int i = 1; i < length; i++) {
            node = new Node(i, node, null, List.of());
        }
        return node;
    }

    @Test
    void fiveHundredLevelsAreStoredReadAndShown() throws InterruptedException {
        Node chain = chain(500);
        List<Object> failures = new ArrayList<>();
        Thread thread = new Thread(null, () -> {
            try {
                Schemas schemas = new Schemas();
                byte[] bytes = schemas.encode(Samples.NODE, chain);
                assertThat(schemas.tree(bytes).toString()).startsWith("Node{value: 499, left: Node{value: 498,");
                Node read = schemas.decode(Samples.NODE, bytes);
                for (int i = 499; i >= 0; i--) {
                    assertThat(read).isNotNull();
                    assertThat(read.value()).isEqualTo(i);
                    read = read.left();
                }
            } catch (Throwable e) {
                failures.add(e);
            }
        });
        thread.start();
        thread.join();
        assertThat(failures).isEmpty();
    }

    @Test
    void moreLevelsAreRefused() {
        assertThatThrownBy(() -> ArtifactFormat.encode(Samples.NODE, chain(501)))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessageEndingWith("nested more than 500 levels deep, or contains itself");
        Box box = new Box();
        box.inner = box;
        assertThatThrownBy(() -> ArtifactFormat.encode(Samples.BOX, box))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessageStartingWith(
                        "Box.inner -> Box.inner -> Box.inner -> Box.inner -> Box.inner -> ... -> Box.inner -> ")
                .hasMessageEndingWith("nested more than 500 levels deep, or contains itself");
        List<Object> list = new ArrayList<>();
        list.add(list);
        assertThatThrownBy(() -> ArtifactFormat.encode(Codecs.any(), list))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessageEndingWith("nested more than 500 levels deep, or contains itself");
    }

    @Test
    void ofALongPathTheMiddleIsLeftOut() {
        CodecException e = new UnsupportedValueException("no");
        for (int i = 11; i > 0; i--) {
            e = e.in("p" + i);
        }
        assertThat(e).hasMessage("p1 -> p2 -> p3 -> p4 -> p5 -> p6 -> p7 -> p8 -> p9 -> p10 -> p11: no");
        assertThat(e.in("p0")).hasMessage("p0 -> p1 -> p2 -> p3 -> p4 -> ... -> p7 -> p8 -> p9 -> p10 -> p11: no");
        assertThat(e.path()).hasSize(12);
    }

    @Test
    void afterAFailureTheNextValueIsCountedAnew() {
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> ArtifactFormat.encode(Samples.NODE, chain(900)));
            assertThat(Schemas.roundTrip(Samples.NODE, chain(400))).isNotNull();
        }
    }

    @Test
    void endlesslyNestedBytesAreRefused() {
        byte[] header = ArtifactFormat.encode(Codecs.any(), null).bytes();
        byte[] bytes = new byte[1_000_000];
        System.arraycopy(header, 0, bytes, 0, header.length);
        for (int i = header.length - 1; i + 2 < bytes.length; i += 3) {
            bytes[i] = AnyTags.COLLECTION;
            bytes[i + 1] = (byte) CollectionKind.LIST.ordinal();
            bytes[i + 2] = 1;
        }
        Schemas schemas = new Schemas();
        schemas.encode(Codecs.any(), null);
        assertThatThrownBy(() -> schemas.decode(Codecs.any(), bytes))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessageEndingWith("nested more than 500 levels deep");
        assertThatThrownBy(() -> schemas.tree(bytes))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessageContaining("nested ");
    }
}
