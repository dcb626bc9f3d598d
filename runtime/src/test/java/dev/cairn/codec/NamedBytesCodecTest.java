package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A class that is a name and bytes, and that a text names. */
final class NamedBytesCodecTest {
    record File(String name, List<Integer> content) {
        static File of(String name, byte[] bytes) {
            return new File(
                    name,
                    Arrays.asList(bytes.length == 0 ? new Integer[0] : new Integer[] {(int) bytes[0], bytes.length}));
        }

        byte[] bytes() {
            byte[] bytes = new byte[content.isEmpty() ? 0 : content.get(1)];
            if (bytes.length > 0) {
                bytes[0] = content.get(0).byteValue();
            }
            return bytes;
        }

        static File parse(String text) {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("a file needs a name");
            } else if (text.equals("gone")) {
                throw new UnsupportedValueException("there is no file `gone`");
            }
            return of(text, new byte[] {9});
        }
    }

    private static final ArtifactCodec<File> CODEC =
            Codecs.namedBytes(File.class, File::name, File::bytes, File::of, File::parse);

    private static @Nullable File from(@Nullable Object json) {
        return ArtifactFormat.fromTree(CODEC, Tree.of(json));
    }

    @Test
    void comesBackAsItWasStored() {
        for (File file : new File[] {File.of("a", new byte[] {1, 0, 0}), File.of("", new byte[0])}) {
            assertThat(Schemas.roundTrip(CODEC, file)).isEqualTo(file);
        }
        assertThat(Schemas.roundTrip(CODEC, null)).isNull();
    }

    @Test
    void aTextNamesOne() {
        assertThat(from("a")).isEqualTo(File.of("a", new byte[] {9}));
        assertThat(from(null)).isNull();
        assertThatThrownBy(() -> from(""))
                .isInstanceOf(TreeConversionException.class)
                .hasMessage("a file needs a name");
        assertThatThrownBy(() -> from("gone"))
                .isInstanceOf(TreeConversionException.class)
                .hasMessage("there is no file `gone`");
        assertThatThrownBy(() -> from(1)).hasMessage("1 is not a NamedBytesCodecTest.File");
    }

    @Test
    void orItIsGivenByItsFields() {
        assertThat(from(Map.of("name", "a", "content", List.of(7, 0)))).isEqualTo(File.of("a", new byte[] {7, 0}));
        assertThat(from(Map.of())).isEqualTo(File.of("", new byte[0]));
    }
}
