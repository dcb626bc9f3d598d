package dev.cairn.processor.write;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.Encoded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import javax.tools.JavaFileObject;

/** Flows that were compiled in memory, with their generated codecs, and loaded. */
public final class LoadedCodecs extends ClassLoader {
    private final Map<String, byte[]> classes = new HashMap<>();

    private LoadedCodecs(Compilation compilation) {
        super(LoadedCodecs.class.getClassLoader());
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String path = file.toUri().getPath();
                String name = path.substring("/CLASS_OUTPUT/".length(), path.length() - ".class".length());
                classes.put(name.replace('/', '.'), content(file));
            }
        }
    }

    /** Compiles and loads; fails on the slightest warning. */
    public static LoadedCodecs of(JavaFileObject... sources) {
        Compilation compilation = CodecsDriver.compile(sources);
        assertThat(compilation).succeededWithoutWarnings();
        return new LoadedCodecs(compilation);
    }

    /** The codec of an artifact of {@code com.acme.Sample}. */
    ArtifactCodec<Object> codec(String constant) throws ReflectiveOperationException {
        return codec("com.acme.Sample", constant);
    }

    /** The codec of an artifact of a flow. */
    @SuppressWarnings("unchecked")
    public ArtifactCodec<Object> codec(String flow, String constant) throws ReflectiveOperationException {
        Field field = loadClass(flow + "Codecs").getDeclaredField(constant);
        field.setAccessible(true);
        return (ArtifactCodec<Object>) field.get(null);
    }

    /** What the static method {@code name} of {@code com.acme.Sample} returns. */
    Object call(String name) throws ReflectiveOperationException {
        return call("com.acme.Sample", name);
    }

    /** What a static method of a flow returns. */
    public Object call(String flow, String name) throws ReflectiveOperationException {
        var method = loadClass(flow).getDeclaredMethod(name);
        method.setAccessible(true);
        return method.invoke(null);
    }

    /** A value, encoded and decoded. */
    static Object roundTrip(ArtifactCodec<Object> codec, Object value) {
        Encoded encoded = ArtifactFormat.encode(codec, value);
        return ArtifactFormat.decode(
                codec, encoded.bytes(), hash -> encoded.schema().bytes());
    }

    /** The class files, by the names of the classes. */
    Map<String, byte[]> classFiles() {
        return Map.copyOf(classes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static byte[] content(JavaFileObject file) {
        try (InputStream input = file.openInputStream()) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
