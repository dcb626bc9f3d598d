package dev.cairn.engine.fingerprint;

import dev.cairn.datastore.Address;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;

/**
 * A jar that is not entered, or another folder of classes. Read once for the process, as long as it is the same file. Immutable.
 *
 * @param file the name of the jar or folder
 * @param name that, with its version and its SHA-256
 * @param classes the internal names of the classes outside that its code names, so that their jars count too
 */
record Library(String file, String name, Set<String> classes) {
    private static final int CLASS_CONSTANT = 7;

    private static final Map<JarState, Library> JARS = new ConcurrentHashMap<>();

    /** A jar as it was when it was read; another one under its path is another library. */
    private record JarState(Path path, long size, FileTime modified) {}

    /**
     * All of a jar or folder.
     *
     * @throws UnreadableCodeException if it cannot be read
     */
    static Library of(CodeLocation location) throws UnreadableCodeException {
        if (!location.isJar()) {
            Map<String, byte[]> all = location.classes();
            CairnClasses cairn = CairnClasses.among(all.keySet());
            return ofClasses(location.name(), all, name -> !cairn.isGenerated(name) && !CairnClasses.isCairn(name));
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(location.path(), BasicFileAttributes.class);
            JarState state = new JarState(location.path(), attributes.size(), attributes.lastModifiedTime());
            Library known = JARS.get(state);
            if (known == null) {
                known = ofJar(location);
                JARS.put(state, known);
            }
            return known;
        } catch (IOException e) {
            throw new UnreadableCodeException("`" + location.path() + "` cannot be read: " + e.getMessage());
        }
    }

    private static Library ofJar(CodeLocation location) throws IOException, UnreadableCodeException {
        MessageDigest digest = Address.newDigest();
        try (InputStream content = new DigestInputStream(Files.newInputStream(location.path()), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        String hash = Address.ofBytes(digest.digest()).toString();
        return new Library(
                location.name(),
                location.name() + version(location.path()) + " " + hash,
                outside(location.classes(), name -> true));
    }

    private static String version(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            return Optional.ofNullable(file.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                    .map(version -> " " + version)
                    .orElse("");
        }
    }

    /** Some classes of a jar or folder. */
    static Library ofClasses(String name, Map<String, byte[]> all, Predicate<String> some) {
        MessageDigest digest = Address.newDigest();
        all.forEach((each, bytes) -> {
            if (some.test(each)) {
                digest.update((each + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
        });
        return new Library(name, name + " " + Address.ofBytes(digest.digest()), outside(all, some));
    }

    private static Set<String> outside(Map<String, byte[]> all, Predicate<String> some) {
        Set<String> named = new TreeSet<>();
        all.forEach((each, bytes) -> {
            if (some.test(each)) {
                addNamed(bytes, named);
            }
        });
        named.removeIf(each -> all.containsKey(each) && some.test(each));
        return named;
    }

    /** The constant pool names each class that the code uses; those of the JDK do not count. */
    private static void addNamed(byte[] bytes, Set<String> named) {
        ClassReader reader = new ClassReader(bytes);
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0 && reader.readByte(offset - 1) == CLASS_CONSTANT) {
                String name = reader.readUTF8(offset, buffer);
                String element = name.startsWith("[") ? element(name) : name;
                if (!element.isEmpty() && !element.startsWith("java/")) {
                    named.add(element);
                }
            }
        }
    }

    private static String element(String array) {
        int start = array.lastIndexOf('[') + 1;
        return array.charAt(start) == 'L' ? array.substring(start + 1, array.length() - 1) : "";
    }
}
