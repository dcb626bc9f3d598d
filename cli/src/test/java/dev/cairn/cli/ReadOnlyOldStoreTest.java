package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cairn.client.Cairn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store of format 1 that this process may not change is not migrated, and yet lists, shows and dumps the same: on a file system that
 * is read-only, where the system lets us mount one, since access rights do not bind root.
 */
class ReadOnlyOldStoreTest {
    @TempDir
    private Path parent;

    @Test
    void whatCannotBeMigratedIsReadAsIfItWere() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/unshare"))).isTrue();
        assumeThat(new ProcessBuilder("unshare", "-rm", "true").start().waitFor())
                .isZero();
        Path store = parent.resolve("store");
        unpack(store);
        List<String> before = contents(store);

        String readOnly = readOnly(store);
        assertThat(contents(store)).isEqualTo(before);
        assertThat(readOnly.lines().filter(line -> line.startsWith("> ")))
                .hasSize(13)
                .allMatch(line -> line.endsWith(": 0"));
        assertThat(readOnly)
                .contains("Products/20261129T051315705-8kwas6s4", "a text of some length.", "succeeded", "failed");

        String migrated = OldStoreCommands.of(store);
        assertThat(contents(store)).isNotEqualTo(before);
        assertThat(readOnly).isEqualTo(migrated);
    }

    private static String readOnly(Path store) throws Exception {
        Process process = new ProcessBuilder(
                        "unshare",
                        "-rm",
                        "sh",
                        "-c",
                        "mount --bind $1 $1 && mount -o remount,bind,ro $1 && exec \"$2\" -Xmx128m -XX:TieredStopAtLevel=1"
                                + " -XX:+UseSerialGC -Dfile.encoding=UTF-8 -cp \"$3\" $4 $1",
                        "sh",
                        store.toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        System.getProperty("java.class.path"),
                        OldStoreCommands.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static void unpack(Path store) throws IOException {
        try (InputStream resource = Cairn.class.getResourceAsStream("format-1.zip");
                ZipInputStream zip = new ZipInputStream(resource)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = store.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                Files.write(target, zip.readAllBytes());
            }
        }
    }

    /** The files, and those of the database to the byte. */
    private static List<String> contents(Path store) throws IOException {
        try (Stream<Path> paths = Files.walk(store)) {
            return paths.filter(Files::isRegularFile)
                    .sorted()
                    .map(path -> store.relativize(path) + " " + hash(path))
                    .toList();
        }
    }

    private static int hash(Path path) {
        try {
            return Arrays.hashCode(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
