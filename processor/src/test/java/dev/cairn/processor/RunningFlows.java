package dev.cairn.processor;

import static dev.cairn.processor.FlowCompilation.compiler;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.tools.JavaFileObject;

/** Flows that were compiled in memory, as strictly as users may, and loaded, to be run. */
public final class RunningFlows extends ClassLoader {
    private final Map<String, byte[]> classes = new HashMap<>();

    private RunningFlows(Compilation compilation) {
        super(RunningFlows.class.getClassLoader());
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String path = file.toUri().getPath();
                String name = path.substring("/CLASS_OUTPUT/".length(), path.length() - ".class".length());
                classes.put(name.replace('/', '.'), content(file));
            }
        }
    }

    /**
     * Compiles and loads; the compiler must have nothing to say, but that tests keep several classes in one file, and what is
     * good to know.
     */
    public static RunningFlows of(JavaFileObject... sources) {
        Compilation compilation =
                compiler("-Xlint:all,-processing,-auxiliaryclass", "-Werror").compile(sources);
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
        return new RunningFlows(compilation);
    }

    /** Loads what was compiled, whatever the compiler had to say. */
    public static ClassLoader loaded(Compilation compilation) {
        return new RunningFlows(compilation);
    }

    /** What the static method {@code call()} of a class in {@code com.acme} returns. */
    public Object call(String simpleName) throws ReflectiveOperationException {
        var method = loadClass("com.acme." + simpleName).getDeclaredMethod("call");
        method.setAccessible(true);
        return method.invoke(null);
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
