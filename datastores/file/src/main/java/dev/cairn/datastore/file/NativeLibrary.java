package dev.cairn.datastore.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.zip.CRC32;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads the native part of SQLite. The driver would unpack it from its jar into the temporary directory each time, which
 * costs about 30 ms of processor time and leaves a file behind when the process is killed; so it is unpacked once, into
 * {@code ~/.cache/cairn}. Never into the directory of a datastore: opening one that somebody else made must not load code
 * from it.
 *
 * <p>Whatever goes wrong here is left to the driver's own way.
 */
final class NativeLibrary {
    private static final String PATH = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";

    private static boolean loaded; // guarded by the class

    private NativeLibrary() {}

    /** Loads the library, unless it is loaded. */
    static synchronized void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        Path home = Path.of(System.getProperty("user.home", ""));
        if (System.getProperty(PATH) == null && home.isAbsolute()) {
            unpacked(home.resolve(".cache").resolve("cairn")).ifPresent(NativeLibrary::load);
        }
    }

    /** Sets the driver's properties only meanwhile: another version of it may be in this process. */
    private static void load(Path library) {
        System.setProperty(PATH, Objects.requireNonNull(library.getParent()).toString());
        System.setProperty(NAME, library.getFileName().toString());
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            // the driver tries again, in its own way
        } finally {
            System.clearProperty(PATH);
            System.clearProperty(NAME);
        }
    }

    /**
     * The library in a directory that nobody else may write to; unpacked there, unless it is there and whole.
     *
     * @return nothing if there is no such directory, or no library for this platform
     */
    static Optional<Path> unpacked(Path cache) {
        try {
            if (!isPrivate(cache)) {
                return Optional.empty();
            }
            Path directory = cache.resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
            String name = NativePlatform.resource(directory);
            URL resource = SQLiteJDBCLoader.class.getResource(name);
            if (resource == null || !(resource.openConnection() instanceof JarURLConnection connection)) {
                return Optional.empty();
            }
            JarEntry entry = connection.getJarEntry();
            Path library = directory.resolve(name.substring(name.lastIndexOf('/') + 1));
            if (!isWhole(library, entry)) {
                unpack(connection, library);
            }
            if (!isWhole(library, entry)) {
                return Optional.empty();
            }
            NativePlatform.keep(directory, name);
            return Optional.of(library);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isPrivate(Path cache) throws IOException {
        if (!cache.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        if (!Files.isDirectory(cache)) {
            Files.createDirectories(
                    cache, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(cache))
                        .equals("rwx------")
                && Files.getOwner(cache).getName().equals(System.getProperty("user.name"));
    }

    private static boolean isWhole(Path library, JarEntry entry) throws IOException {
        if (!Files.isRegularFile(library) || Files.size(library) != entry.getSize()) {
            return false;
        }
        CRC32 checksum = new CRC32();
        checksum.update(Files.readAllBytes(library));
        return checksum.getValue() == entry.getCrc();
    }

    private static void unpack(JarURLConnection connection, Path library) throws IOException {
        Files.createDirectories(library.getParent());
        Path temporary = library.resolveSibling(UUID.randomUUID() + ".tmp");
        try (InputStream input = connection.getInputStream()) {
            Files.copy(input, temporary);
            Files.move(temporary, library, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
