package dev.cairn.benchmarks.startup;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The class path of a user's program: jars, because a virtual machine archives no classes from folders, and only those that {@code cairn}
 * brings, because each more is looked into.
 */
final class ProgramJars {
    /** That of the programs, which alone are in a jar of theirs. */
    static final String PACKAGE = "com.acme.startup";

    /** The starts of the names of jars, and the folders of modules, which may be jars too, in the order of the class path. */
    private static final List<String> WANTED = List.of(
            "benchmarks",
            "annotations",
            "runtime",
            "cli",
            "transfer",
            "view",
            "datastores/file",
            "datastores/zstd",
            "kryo5-",
            "asm-",
            "slf4j-api-",
            "jspecify-",
            "commons-csv-",
            "commons-io-",
            "commons-codec-",
            "jackson-core-",
            "picocli-",
            "zstd-jni-",
            "sqlite-jdbc-");

    private ProgramJars() {}

    /** Packs what is in folders of this class path into jars in {@code directory}; the class path with them. */
    static String pack(String classPath, Path directory) throws IOException {
        List<String> found = List.of(classPath.split(File.pathSeparator, -1));
        List<String> packed = new ArrayList<>();
        for (String wanted : WANTED) {
            Path entry = Path.of(found.stream()
                    .filter(each -> isWanted(each, wanted))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the class path has no " + wanted)));
            Path jar = directory.resolve(wanted.replace('/', '-') + ".jar");
            Path part = wanted.equals("benchmarks") ? Path.of(PACKAGE.replace('.', '/')) : Path.of("");
            packed.add(Files.isDirectory(entry) ? pack(entry, part, jar).toString() : entry.toString());
        }
        return String.join(File.pathSeparator, packed);
    }

    private static boolean isWanted(String entry, String wanted) {
        String path = entry.replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1);
        return wanted.endsWith("-")
                ? name.startsWith(wanted)
                : path.endsWith("/" + wanted + "/target/classes")
                        || path.equals(wanted + "/target/classes")
                        || name.matches(jarOf(wanted)); // a build that packs modules has their jars
    }

    private static String jarOf(String module) {
        return "cairn-" + module.replace("datastores/", "datastore-") + "-\\d.*\\.jar";
    }

    private static Path pack(Path folder, Path part, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream output = new JarOutputStream(file);
                Stream<Path> files = Files.walk(folder.resolve(part))) {
            for (Path each : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                output.putNextEntry(
                        new JarEntry(folder.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, output);
                output.closeEntry();
            }
        }
        return jar;
    }
}
