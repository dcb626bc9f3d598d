package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

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
            assertThat(files).containsExactlyInAnyOrder(library, library.resolveSibling("platform"));
        }
    }

    /** What the driver answers, it finds out by another process. */
    @Test
    void whichOneItIsIsKept() throws IOException {
        Path library = NativeLibrary.unpacked(home.resolve("cairn")).orElseThrow();
        Path platform = library.resolveSibling("platform");
        String driver = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        List<String> kept = Files.readAllLines(platform);
        assertThat(kept).hasSize(2).endsWith(driver);

        Files.write(platform, List.of(kept.get(0), "/other/library.so"));
        assertThat(NativePlatform.resource(library.getParent())).isEqualTo("/other/library.so");
        assertThat(NativeLibrary.unpacked(home.resolve("cairn"))).isEmpty(); // there is none of this name

        Files.write(platform, List.of("another system", "/other/library.so"));
        assertThat(NativeLibrary.unpacked(home.resolve("cairn"))).contains(library);
        assertThat(Files.readAllLines(platform)).isEqualTo(kept);

        Files.writeString(platform, "cut o");
        assertThat(NativePlatform.resource(library.getParent())).isEqualTo(driver);
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
