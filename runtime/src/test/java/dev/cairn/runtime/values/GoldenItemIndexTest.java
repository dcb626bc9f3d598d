package dev.cairn.runtime.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.cairn.codec.Codecs;
import dev.cairn.codec.schema.Schema;
import dev.cairn.datastore.Datastore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The elements of foreaches as they were first stored: every later Cairn reads them. {@code -Dgolden.add=true} writes a file that is
 * not there; nothing writes one that is.
 */
class GoldenItemIndexTest {
    private static final Path FILES = Path.of("src/test/resources/dev/cairn/codec/golden/v1");

    private static byte[] committed(String name, ItemIndex index) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        index.writeTo(bytes);
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
    }

    @Test
    void elementsStayReadable() throws IOException {
        List<String> elements = Arrays.asList("a", "", null, "gr\u00fc\u00dfe", "x".repeat(300));
        ItemIndex index = ItemIndex.parse(committed("strings", ItemIndex.of(Codecs.STRING, elements.iterator())));

        ArtifactLoader loader = new ArtifactLoader(Datastore.inMemory());
        loader.remember(Schema.parse(Codecs.STRING.schema().bytes()));
        assertThat(index.count()).isEqualTo(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            assertThat(loader.item(index, i, Codecs.STRING)).isEqualTo(elements.get(i));
        }
        assertThat(loader.itemTree(index, 0)).hasToString("\"a\"");
        assertThat(loader.itemTree(index, 2)).hasToString("null");
    }

    @Test
    void noElementsStayReadable() throws IOException {
        ItemIndex index = ItemIndex.parse(
                committed("none", ItemIndex.of(Codecs.STRING, List.of().iterator())));

        assertThat(index.count()).isZero();
        assertThat(index.isRange()).isFalse();
    }

    @Test
    void rangesStayReadable() throws IOException {
        ItemIndex index = ItemIndex.parse(committed("range", ItemIndex.range(1_000_000)));

        assertThat(index.count()).isEqualTo(1_000_000);
        assertThat(index.isRange()).isTrue();
    }
}
