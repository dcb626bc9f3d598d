package dev.cairn.engine.resume;

import dev.cairn.datastore.Address;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The file of a class, as a text: another one as soon as any byte of it is another one. */
final class ClassFile {
    private ClassFile() {}

    /** The SHA-256 of the bytes; empty if they cannot be read. */
    static Optional<String> digest(Class<?> type) {
        String name = type.getName();
        String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
        try (InputStream bytes = type.getResourceAsStream(file)) {
            return bytes == null ? Optional.empty() : Optional.of("class " + Address.ofContent(bytes.readAllBytes()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
