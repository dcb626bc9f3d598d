package dev.cairn.engine.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Types of the JDK and of libraries, of which only supertypes and heads of methods are needed. Used by one thread. */
final class ExternalTypes {
    private final @Nullable ClassLoader loader;
    private final Map<String, Optional<ClassFile>> known = new HashMap<>();

    ExternalTypes(@Nullable ClassLoader loader) {
        this.loader = loader;
    }

    /** The type of this internal name; empty if it is not there, or not readable. */
    Optional<ClassFile> find(String internalName) {
        return known.computeIfAbsent(internalName, this::read);
    }

    private Optional<ClassFile> read(String internalName) {
        String file = internalName + CodeLocation.SUFFIX;
        try (InputStream content =
                loader == null ? ClassLoader.getSystemResourceAsStream(file) : loader.getResourceAsStream(file)) {
            return content == null ? Optional.empty() : Optional.of(new ClassFile(readable(content.readAllBytes())));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The heads of a JDK that is newer than the library that reads class files are readable all the same. */
    private static byte[] readable(byte[] bytes) {
        if (bytes.length > 7 && ((bytes[6] & 0xff) << 8 | bytes[7] & 0xff) > Opcodes.V17) {
            bytes[6] = 0;
            bytes[7] = Opcodes.V17;
        }
        return bytes;
    }
}
