package dev.cairn.cli;

import dev.cairn.client.DataArtifact;
import dev.cairn.runtime.internal.ByteSize;
import dev.cairn.view.ValueList;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Writes the bytes of artifacts, as their address has them, and the schemas that describe them, to files of a directory: what a program
 * in another language needs to read them, see {@code docs/format.md}. No file is overwritten.
 *
 * @param values which artifacts
 * @param directory where to; it is created if it does not exist
 */
record RawValues(ValueList values, Path directory) {
    /** Writes all, and prints a line for each. */
    void write(Terminal terminal) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw cannotWrite(directory, e);
        }
        for (Optional<ValueList.Chosen> chosen = values.next(); chosen.isPresent(); chosen = values.next()) {
            String task = chosen.get().task().id();
            for (DataArtifact artifact : chosen.get().artifacts()) {
                Path file = directory.resolve(task.replace('/', '.') + "." + artifact.name() + ".artifact");
                write(artifact, file);
                terminal.line(artifact.pathspec() + ": " + file + " (" + ByteSize.text(artifact.size()) + ")");
            }
        }
    }

    private static void write(DataArtifact artifact, Path file) {
        String name = file.getFileName().toString();
        Path schema = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".schema");
        byte[] described = artifact.schema().bytes();
        try (InputStream bytes = artifact.open();
                OutputStream output = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            writeWhole(bytes, output, file);
            Files.write(schema, described, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    /** Leaves no part of a value that turns out to be damaged, or of which there is no room for the rest. */
    private static void writeWhole(InputStream bytes, OutputStream output, Path file) throws IOException {
        try {
            bytes.transferTo(output);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static RuntimeException cannotWrite(Path file, IOException e) {
        if (e instanceof FileAlreadyExistsException existing) {
            return new UsageException(
                    "`" + existing.getFile() + "` exists, and --raw does not overwrite files. Name another directory.");
        }
        return new UsageException("`" + file + "` cannot be written: " + e + ". Name another directory.");
    }
}
