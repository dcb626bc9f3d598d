package dev.cairn.runtime;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where the content of an {@link IncludedFile} comes from. Immutable. */
sealed interface FileSource {
    /**
     * All of the content.
     *
     * @throws UnreadableFileException if it cannot be read
     */
    byte[] read();

    /** Content in memory. */
    record Held(byte[] content) implements FileSource {
        @Override
        public byte[] read() {
            return content;
        }
    }

    /** A file of the file system. */
    record OnDisk(Path path) implements FileSource {
        @Override
        public byte[] read() {
            try {
                if (Files.isDirectory(path)) {
                    throw new UnreadableFileException("`" + path.toAbsolutePath() + "` is a directory, not a file");
                }
                return Files.readAllBytes(path);
            } catch (NoSuchFileException | FileNotFoundException e) {
                throw new UnreadableFileException("there is no file `" + path.toAbsolutePath() + "`", e);
            } catch (AccessDeniedException e) {
                throw new UnreadableFileException(
                        "file `" + path.toAbsolutePath() + "` cannot be read: access is denied", e);
            } catch (IOException e) {
                throw new UnreadableFileException(
                        "file `" + path.toAbsolutePath() + "` cannot be read: " + e.getMessage(), e);
            } catch (OutOfMemoryError e) {
                throw new UnreadableFileException(
                        "file `" + path.toAbsolutePath()
                                + "` is too large to be part of a run; task.files() can store files of any size",
                        e);
            }
        }
    }

    /** A resource beside a class. */
    record Resource(Class<?> owner, String name) implements FileSource {
        @Override
        public byte[] read() {
            try (InputStream content = owner.getResourceAsStream(name)) {
                if (content == null) {
                    throw new UnreadableFileException(
                            "there is no resource `" + name + "` next to class " + owner.getName());
                }
                return content.readAllBytes();
            } catch (IOException e) {
                throw new UnreadableFileException(
                        "resource `" + name + "` next to class " + owner.getName() + " cannot be read: "
                                + e.getMessage(),
                        e);
            }
        }
    }
}
