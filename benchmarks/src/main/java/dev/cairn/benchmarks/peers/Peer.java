package dev.cairn.benchmarks.peers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A processor, and a small class for it.
 *
 * @param name in reports
 * @param folder of its source, below {@code benchmarks/peers}
 * @param classPath that the source and the processor need
 */
record Peer(String name, String folder, String classPath) {
    /**
     * Cairn, and those whose class paths are files of a directory.
     *
     * @param directory of the files; Cairn's class path is that of this virtual machine
     */
    static List<Peer> all(Path directory) throws IOException {
        return List.of(
                cairn(),
                read("Dagger", "dagger", directory),
                read("MapStruct", "mapstruct", directory),
                read("AutoValue", "auto-value", directory));
    }

    /** Cairn's modules and the libraries that these bring, without what else the benchmarks have. */
    static Peer cairn() {
        List<String> needed =
                List.of("annotations", "processor", "runtime", "javapoet", "kryo5", "slf4j-api", "asm", "jspecify");
        return new Peer(
                "Cairn",
                "cairn",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(entry -> needed.stream().anyMatch(part -> isOf(part, Path.of(entry))))
                        .collect(Collectors.joining(File.pathSeparator)));
    }

    /** Whether an entry of the class path is that module's folder of classes, or its jar. */
    private static boolean isOf(String part, Path entry) {
        Path file = entry.toAbsolutePath();
        return file.endsWith(Path.of(part, "target", "classes"))
                || file.getFileName().toString().matches("(cairn-)?" + part + "-\\d.*\\.jar");
    }

    private static Peer read(String name, String folder, Path directory) throws IOException {
        return new Peer(
                name, folder, Files.readString(directory.resolve(folder)).strip());
    }
}
