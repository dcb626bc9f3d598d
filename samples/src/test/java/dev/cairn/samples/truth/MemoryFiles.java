package dev.cairn.samples.truth;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/** Keeps what a compiler writes, generated sources and classes, in memory. Used by one compilation at a time. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    /** Generated sources by class. */
    final Map<String, Written> sources = new HashMap<>();

    /** Classes by name. */
    final Map<String, Written> classes = new HashMap<>();

    MemoryFiles(JavaFileManager below) {
        super(below);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(Location location, String name, Kind kind, FileObject sibling) {
        Written file = new Written(name, kind);
        (kind == Kind.SOURCE ? sources : classes).put(name, file);
        return file;
    }

    /** Loads the classes that were written. */
    ClassLoader loader() {
        return new ClassLoader(MemoryFiles.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                Written written = classes.get(name);
                if (written == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = written.bytes.toByteArray();
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    /** A source given as text. */
    static JavaFileObject source(String name, String text) {
        Written file = new Written(name, Kind.SOURCE);
        file.bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /** A file that was written. */
    static final class Written extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private @Nullable String text;

        Written(String name, Kind kind) {
            super(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            String known = text;
            if (known == null) {
                known = bytes.toString(StandardCharsets.UTF_8);
                text = known;
            }
            return known;
        }
    }
}
