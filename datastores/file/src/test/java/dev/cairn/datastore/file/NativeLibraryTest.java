package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class NativeLibraryTest {
    @TempDir
    private Path home;

    @Test
    void itIsUnpackedOnce() throws IOException {
        Path library = NativeLibrary.unpacked(home.resolve("cairn")).orElseThrow();
        Object inode = Files.getAttribute(library, "unix:ino");

        assertThat(NativeLibrary.unpacked(home.resolve("cairn"))).contains(library);
        assertThat(Files.getAttribute(library, "unix:ino")).isEqualTo(inode);
        try (Stream<Path> files = Files.list(library.getParent())) {
            assertThat(files).containsExactly(library);
        }
    }

    @Test
    void aDamagedOneIsReplaced() throws IOException {
        Path library = NativeLibrary.unpacked(home.resolve("cairn")).orElseThrow();
        byte[] whole = Files.readAllBytes(library);
        byte[] damaged = whole.clone();
        damaged[1000] ^= 1;
        Files.write(library, damaged);

        assertThat(NativeLibrary.unpacked(home.resolve("cairn"))).contains(library);
        assertThat(library).hasBinaryContent(whole);
    }

    @Test
    void aDirectoryThatOthersMayWriteToIsNotTrusted() throws IOException {
        Path cache = Files.createDirectory(home.resolve("cairn"));
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwx---"));

        assertThat(NativeLibrary.unpacked(cache)).isEqualTo(Optional.empty());
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void whereItCannotBeUnpackedTheDriverHelpsItself() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");

        assertThat(NativeLibrary.unpacked(file.resolve("cairn"))).isEqualTo(Optional.empty());
    }
}
