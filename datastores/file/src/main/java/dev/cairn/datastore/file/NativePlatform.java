package dev.cairn.datastore.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Where in its jar the driver of SQLite has its library for this platform. To find that out it starts a program, {@code uname}, each time;
 * so the answer is kept beside the library, for whoever asks on the same system. Whoever is wrongly told gets a library that cannot be
 * loaded, and then the driver's own.
 */
final class NativePlatform {
    private static final String FILE = "platform";

    private NativePlatform() {}

    /** The name of the resource, according to {@code directory} or else to the driver. */
    static String resource(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (Files.isRegularFile(file)) {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() == 2 && lines.get(0).equals(system())) {
                return lines.get(1);
            }
        }
        return LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    }

    /** Keeps an answer, unless it is kept. */
    static void keep(Path directory, String resource) throws IOException {
        Path file = directory.resolve(FILE);
        List<String> lines = List.of(system(), resource);
        if (!Files.isRegularFile(file) || !Files.readAllLines(file).equals(lines)) {
            Path temporary = directory.resolve(UUID.randomUUID() + ".tmp");
            try {
                Files.write(temporary, lines);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }

    /** A home may be shared by machines, and by containers on one of them. */
    private static String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + " " + System.getProperty("java.home");
    }
}
