package dev.cairn.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.Encoded;
import dev.cairn.codec.schema.SchemaSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncludedFileTest {
    @TempDir
    Path directory;

    @Test
    void holdsNameAndContent() throws IOException {
        IncludedFile file = IncludedFile.ofText("täglich.txt", "größer\n");

        assertThat(file.name()).isEqualTo("täglich.txt");
        assertThat(file.text()).isEqualTo("größer\n");
        assertThat(file.bytes()).isEqualTo("größer\n".getBytes(StandardCharsets.UTF_8));
        assertThat(file.open().readAllBytes()).isEqualTo(file.bytes());
        assertThat(file.size()).isEqualTo(9);
        assertThat(file).hasToString("täglich.txt");
    }

    @Test
    void nobodyCanChangeTheContent() {
        byte[] given = {1, 2};
        IncludedFile file = IncludedFile.ofBytes("data", given);
        given[0] = 3;
        file.bytes()[1] = 4;

        assertThat(file.bytes()).containsExactly(1, 2);
    }

    @Test
    void readsAFileOnceWhenItIsFirstNeeded() throws IOException {
        Path path = directory.resolve("data.csv");
        IncludedFile file = IncludedFile.of(path);
        Files.writeString(path, "first");
        assertThat(file.text()).isEqualTo("first");
        Files.writeString(path, "second");

        assertThat(file.text()).isEqualTo("first");
        assertThat(file.name()).isEqualTo("data.csv");
    }

    @Test
    void readsAResourceBesideAClass() {
        IncludedFile file = IncludedFile.ofResource(IncludedFile.class, "/dev/cairn/runtime/IncludedFile.class");

        assertThat(file.name()).isEqualTo("IncludedFile.class");
        assertThat(file.bytes()).startsWith(0xca, 0xfe, 0xba, 0xbe);
    }

    @Test
    void missingFile() {
        Path path = directory.resolve("none.csv");

        assertThatThrownBy(() -> IncludedFile.of(path).bytes())
                .isExactlyInstanceOf(UnreadableFileException.class)
                .hasMessage("there is no file `" + path + "`");
    }

    @Test
    void directoryInPlaceOfAFile() {
        assertThatThrownBy(() -> IncludedFile.of(directory).bytes())
                .isExactlyInstanceOf(UnreadableFileException.class)
                .hasMessage("`" + directory + "` is a directory, not a file");
    }

    @Test
    void missingResource() {
        assertThatThrownBy(() -> IncludedFile.ofResource(IncludedFileTest.class, "none.csv")
                        .size())
                .isExactlyInstanceOf(UnreadableFileException.class)
                .hasMessage("there is no resource `none.csv` next to class dev.cairn.runtime.IncludedFileTest");
    }

    @Test
    void contentThatIsNoText() {
        assertThatThrownBy(() -> IncludedFile.ofBytes("photo.jpg", new byte[] {(byte) 0xff})
                        .text())
                .isExactlyInstanceOf(UnreadableFileException.class)
                .hasMessage("file `photo.jpg` is not valid text in UTF-8");
    }

    @Test
    void equalIfNameAndContentAre() {
        IncludedFile file = IncludedFile.ofText("a", "x");

        assertThat(file)
                .isEqualTo(IncludedFile.ofText("a", "x"))
                .hasSameHashCodeAs(IncludedFile.ofText("a", "x"))
                .isNotEqualTo(IncludedFile.ofText("b", "x"))
                .isNotEqualTo(IncludedFile.ofText("a", "y"));
    }

    @Test
    void isStoredAsNameAndContent() {
        Encoded encoded = ArtifactFormat.encode(IncludedFile.CODEC, IncludedFile.ofText("a.txt", "hi"));
        SchemaSource schemas = hash -> encoded.schema().bytes();

        assertThat(ArtifactFormat.decode(IncludedFile.CODEC, encoded.bytes(), schemas))
                .isEqualTo(IncludedFile.ofText("a.txt", "hi"));
        assertThat(ArtifactFormat.tree(encoded.bytes(), schemas))
                .hasToString("IncludedFile{name: \"a.txt\", content: [104, 105]}");
        assertThat(ArtifactFormat.decode(
                        IncludedFile.CODEC,
                        ArtifactFormat.encode(IncludedFile.CODEC, null).bytes(),
                        schemas))
                .isNull();
    }
}
