package dev.cairn.engine.fingerprint;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A jar or folder that has class files. They are read from there, never from the class loader: agents change what that returns. Immutable.
 *
 * @param path the jar or folder
 */
record CodeLocation(Path path) {
    static final String SUFFIX = ".class";

    /**
     * Where a class loader finds a class; empty for a class of the JDK, and for one that does not exist.
     *
     * @throws UnreadableCodeException if it is in something else than a jar or folder
     */
    static Optional<CodeLocation> of(String internalName, @Nullable ClassLoader loader) throws UnreadableCodeException {
        String file = internalName + SUFFIX;
        URL url = loader == null ? ClassLoader.getSystemResource(file) : loader.getResource(file);
        if (url == null || url.getProtocol().equals("jrt")) {
            return Optional.empty();
        }
        try {
            if (url.getProtocol().equals("jar")
                    && url.openConnection() instanceof JarURLConnection jar
                    && jar.getJarFileURL().getProtocol().equals("file")) {
                return Optional.of(new CodeLocation(path(jar.getJarFileURL().toURI())));
            } else if (url.getProtocol().equals("file")) {
                String text = url.toURI().toString();
                return Optional.of(new CodeLocation(path(
                        new URI(text.substring(0, text.length() - encodedLength(file, text)) + "./"))));
            }
        } catch (IOException | URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            throw new UnreadableCodeException(
                    "class " + internalName.replace('/', '.') + " cannot be read from " + url);
        }
        throw new UnreadableCodeException(
                "class " + internalName.replace('/', '.') + " is in " + url + ", which is neither a jar nor a folder");
    }

    private static Path path(URI uri) {
        return Path.of(uri).toAbsolutePath().normalize();
    }

    /** How much of the end of a URL the file has, in which letters may be encoded; the number of its parts is the same. */
    private static int encodedLength(String file, String url) {
        int start = url.length();
        for (long parts = file.chars().filter(c -> c == '/').count() + 1; parts > 0; parts--) {
            start = url.lastIndexOf('/', start - 1);
        }
        return url.length() - start - 1;
    }

    boolean isJar() {
        return Files.isRegularFile(path);
    }

    /** The last part of the path. */
    String name() {
        return path.getFileName().toString();
    }

    /**
     * The bytes of all class files, by internal name; of a class that a jar has for several versions of Java, those of this one.
     *
     * @throws UnreadableCodeException if they cannot be read
     */
    Map<String, byte[]> classes() throws UnreadableCodeException {
        Map<String, byte[]> classes = new TreeMap<>();
        try {
            if (isJar()) {
                readJar(classes);
            } else {
                readFolder(classes);
            }
        } catch (IOException | RuntimeException e) {
            throw new UnreadableCodeException("`" + path + "` cannot be read: " + e.getMessage());
        }
        return classes;
    }

    private void readJar(Map<String, byte[]> classes) throws IOException {
        try (JarFile jar = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.versionedStream()::iterator) {
                if (isClass(entry.getName())) {
                    try (var content = jar.getInputStream(entry)) {
                        classes.put(internalName(entry.getName()), content.readAllBytes());
                    }
                }
            }
        }
    }

    private void readFolder(Map<String, byte[]> classes) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = path.relativize(file)
                        .toString()
                        .replace(path.getFileSystem().getSeparator(), "/");
                if (isClass(name)) {
                    classes.put(internalName(name), Files.readAllBytes(file));
                }
            }
        }
    }

    private static boolean isClass(String file) {
        return file.endsWith(SUFFIX)
                && !file.startsWith("META-INF/")
                && !file.endsWith("module-info.class")
                && !file.endsWith("package-info.class");
    }

    private static String internalName(String file) {
        return file.substring(0, file.length() - SUFFIX.length());
    }
}
