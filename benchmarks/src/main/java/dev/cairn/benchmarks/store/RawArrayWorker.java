package dev.cairn.benchmarks.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** Writes or reads one large file in several ways, or computes its SHA-256, and tells how long that took. */
final class RawArrayWorker {
    private static final int MEGABYTE = 1 << 20;
    private static final int AT_ONCE = 4 * MEGABYTE;
    private static final int WARM_UP = 16 * 1024;
    private static final int WARM_UPS = 5_000;
    private static final long UNFORCED = 32L * MEGABYTE;

    private RawArrayWorker() {}

    /** Arguments: {@code write}, {@code read} or {@code digest}; for the first two, {@code direct} or {@code buffered}; file; megabytes. */
    public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
        boolean direct = args[1].equals("direct");
        Path file = Path.of(args[2]);
        long length = (long) Integer.parseInt(args[3]) * MEGABYTE;
        try {
            switch (args[0]) {
                case "write" -> write(file, length, direct);
                case "read" -> read(file, direct);
                default -> digest((int) length);
            }
        } catch (UnsupportedOperationException e) {
            System.err.println("this file system has no direct reads and writes"); // and so there is no figure
        }
    }

    private static void write(Path file, long length, boolean direct) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel channel = open(file, direct, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = buffer(file);
            buffer.put(Content.bytes(AT_ONCE, 1));
            long start = System.nanoTime();
            for (long written = 0; written < length; written += AT_ONCE) {
                buffer.clear();
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                if (!direct && (written + AT_ONCE) % UNFORCED == 0) {
                    channel.force(false);
                }
            }
            channel.force(true);
            JavaProcess.figure("seconds", (System.nanoTime() - start) / 1e9);
        }
    }

    private static void read(Path file, boolean direct) throws IOException {
        try (FileChannel channel = open(file, direct, StandardOpenOption.READ)) {
            ByteBuffer buffer = buffer(file);
            long start = System.nanoTime();
            do {
                buffer.clear();
            } while (channel.read(buffer) > 0);
            JavaProcess.figure("seconds", (System.nanoTime() - start) / 1e9);
        }
    }

    private static void digest(int length) throws NoSuchAlgorithmException {
        byte[] bytes = Content.bytes(length, 1);
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < WARM_UPS; i++) {
            sha.update(bytes, 0, WARM_UP);
        }
        sha.reset();
        long start = System.nanoTime();
        sha.update(bytes);
        byte[] digest = sha.digest();
        JavaProcess.figure("seconds", (System.nanoTime() - start) / 1e9);
        JavaProcess.figure("digest", digest[0]); // so that somebody wants it
    }

    /** Aligned to the blocks of the file system, as direct reads and writes have to be. */
    private static ByteBuffer buffer(Path file) throws IOException {
        int block = (int) Files.getFileStore(file).getBlockSize();
        return ByteBuffer.allocateDirect(AT_ONCE + block - 1)
                .alignedSlice(block)
                .limit(AT_ONCE)
                .slice();
    }

    private static FileChannel open(Path file, boolean direct, OpenOption... options) throws IOException {
        if (!direct) {
            return FileChannel.open(file, options);
        }
        List<OpenOption> all = new ArrayList<>(List.of(options));
        all.add(direct());
        try {
            return FileChannel.open(file, all.toArray(OpenOption[]::new));
        } catch (FileSystemException e) {
            throw new UnsupportedOperationException(e); // some file systems know no other way to say so
        }
    }

    /** Found by name, because compilers warn of a class that only some virtual machines have. */
    private static OpenOption direct() {
        try {
            return (OpenOption) Class.forName("com.sun.nio.file.ExtendedOpenOption")
                    .getField("DIRECT")
                    .get(null);
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException(e);
        }
    }
}
