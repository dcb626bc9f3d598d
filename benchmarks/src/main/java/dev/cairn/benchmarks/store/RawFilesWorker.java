package dev.cairn.benchmarks.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes files, each with its own fsync, and tells how long that took. */
final class RawFilesWorker {
    private RawFilesWorker() {}

    /** Arguments: new directory, number of files, bytes of each, threads. */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        Path directory = Files.createDirectories(Path.of(args[0]));
        int files = Integer.parseInt(args[1]);
        int bytes = Integer.parseInt(args[2]);
        int threads = Integer.parseInt(args[3]);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int first = i;
                parts.add(() -> {
                    for (int number = first; number < files; number += threads) {
                        write(directory.resolve(String.valueOf(number)), Content.bytes(bytes, number));
                    }
                    return null;
                });
            }
            long start = System.nanoTime();
            for (Future<Void> part : executor.invokeAll(parts)) {
                part.get();
            }
            JavaProcess.figure("seconds", (System.nanoTime() - start) / 1e9);
        } finally {
            executor.shutdown();
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
