package dev.cairn.benchmarks.peers;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compilations of one small class by the command {@code javac}, each a process that writes to an empty directory, as a clean build does.
 *
 * @param peer whose class it is
 * @param sources folder of its sources
 * @param directory where class files and generated sources go
 */
record SmallCompilation(Peer peer, Path sources, Path directory) {
    private Path compiled() {
        return directory.resolve("classes");
    }

    /** Compiles for the first time, so that the classes are there to which the source refers. */
    void prepare() throws IOException {
        run(List.of("-processorpath", peer.classPath()), peer.classPath(), compiled());
    }

    /** Compiles with the processor; how long that took, in seconds. */
    double withProcessor() throws IOException {
        return run(List.of("-processorpath", peer.classPath()), peer.classPath(), directory.resolve("again"));
    }

    /** Compiles without any processor, against the classes that were compiled before. */
    double alone() throws IOException {
        return run(
                List.of("-proc:none"), compiled() + File.pathSeparator + peer.classPath(), directory.resolve("alone"));
    }

    private double run(List<String> processing, String classPath, Path output) throws IOException {
        Path log = Files.createDirectories(directory).resolve("log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(processing);
        command.addAll(List.of("--release", "17", "-implicit:none", "-classpath", classPath));
        if (Files.exists(output)) {
            delete(output);
        }
        command.addAll(List.of("-d", Files.createDirectories(output).toString()));
        try (Stream<Path> files = Files.list(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(command::add);
        }
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(peer.name() + ": " + Files.readString(log, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Deletes a directory and all that is in it. */
    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
