package dev.cairn.runtime.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.cairn.codec.Codecs;
import dev.cairn.codec.Tree;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.Datastore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The elements of foreaches as they were first stored: every later Cairn reads them. {@code -Dgolden.add=true} writes a file that is
 * not there; nothing writes one that is.
 */
class GoldenItemIndexTest {
    private static final Path FILES = Path.of("src/test/resources/dev/cairn/codec/golden/v1");

    private final ArtifactLoader loader = new ArtifactLoader(Datastore.inMemory());
    private final Map<Address, byte[]> segments = new HashMap<>();

    @BeforeEach
    void rememberSchema() {
        loader.remember(Codecs.STRING.schema());
    }

    /** The index of a file, which holds what is written of {@code index} today; so do files of its segments. */
    private ItemIndex committed(String name, ItemIndex index) throws IOException {
        BlobContent content = index.content(segment -> {
            byte[] stored = committed(name + "-" + (segments.size() + 1), segment);
            segments.put(Address.ofContent(stored), stored);
            return Address.ofContent(stored);
        });
        return ItemIndex.parse(committed(name, content), segments::get);
    }

    private static byte[] committed(String name, BlobContent content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            content.writeTo(bytes);
            Path path = FILES.resolve(name + ".items");
            if (Files.exists(path)) {
                assertThat(bytes.toByteArray())
                        .as("the bytes of a golden case are frozen: " + name)
                        .isEqualTo(Files.readAllBytes(path));
            } else if (Boolean.getBoolean("golden.add")) {
                Files.write(path, bytes.toByteArray());
            } else {
                fail("there is no " + path + "; -Dgolden.add=true writes it");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertHolds(ItemIndex index, List<String> elements) {
        assertThat(index.count()).isEqualTo(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            assertThat(loader.item(index, i, Codecs.STRING)).isEqualTo(elements.get(i));
            String element = elements.get(i);
            assertThat(loader.itemTree(index, i))
                    .isEqualTo(element == null ? new Tree.Null() : new Tree.Scalar("string", element));
        }
    }

    @Test
    void elementsStayReadable() throws IOException {
        List<String> elements = Arrays.asList("a", "", null, "gr\u00fc\u00dfe", "x".repeat(300));
        ItemIndex index = committed("strings", ItemIndex.of(Codecs.STRING, elements.iterator()));

        assertHolds(index, elements);
        assertThat(segments).isEmpty();
    }

    @Test
    void elementsInSegmentsStayReadable() throws IOException {
        List<String> elements = Arrays.asList("a", "bc", null, "longer than a segment", "", "d", "ef");
        ItemIndex index = committed("segmented", ItemIndex.of(Codecs.STRING, elements.iterator(), 8));

        assertHolds(index, elements);
        assertThat(segments).hasSize(3);
    }

    @Test
    void noElementsStayReadable() throws IOException {
        ItemIndex index =
                committed("none", ItemIndex.of(Codecs.STRING, List.of().iterator()));

        assertThat(index.count()).isZero();
        assertThat(index.isRange()).isFalse();
    }

    @Test
    void rangesStayReadable() throws IOException {
        ItemIndex index = committed("range", ItemIndex.range(1_000_000));

        assertThat(index.count()).isEqualTo(1_000_000);
        assertThat(index.isRange()).isTrue();
    }
}
