package dev.cairn.processor;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The lock file on disk. It is replaced as a whole: whoever reads it, another compilation too, finds the old text or the new one.
 *
 * @param path the file, which need not exist
 */
record LockFile(Path path) {
    /** The name, for messages. */
    String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** Where it is, for the message that it is not there. */
    String place() {
        return path.toAbsolutePath().normalize().toString();
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** The text, in UTF-8. */
    String read() throws IOException {
        return Files.readString(path);
    }

    /** Replaces the text. A link stays one. */
    void write(String text) throws IOException {
        Path target = target(path.toAbsolutePath());
        Path written = target.resolveSibling(name() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(written, text, StandardOpenOption.CREATE_NEW);
            move(written, target);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static Path target(Path file) throws IOException {
        return Files.isSymbolicLink(file) ? target(file.resolveSibling(Files.readSymbolicLink(file))) : file;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException noSuchMove) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
