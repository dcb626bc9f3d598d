package dev.cairn.benchmarks.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Makes the operating system forget the content of files, so that they are read from the disk. */
final class PageCache {
    private PageCache() {}

    /** Whether it forgot all files in a directory, or one file. Only GNU's {@code dd} can ask for that. */
    static boolean forget(Path root) throws IOException {
        boolean forgotten = true;
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                forgotten &= forgetFile(file);
            }
        }
        return forgotten;
    }

    private static boolean forgetFile(Path file) {
        try {
            Process process = new ProcessBuilder(List.of(
                            "dd", "of=" + file, "oflag=nocache", "conv=notrunc,fdatasync", "count=0", "status=none"))
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
