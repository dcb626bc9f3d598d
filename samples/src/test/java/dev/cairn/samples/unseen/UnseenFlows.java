package dev.cairn.samples.unseen;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The flows of the samples, compiled where the bodies of their steps were not seen, with classes of their own. */
final class UnseenFlows implements AutoCloseable {
    private static final String OWN = "dev.cairn.samples.";

    private final URLClassLoader loader;

    private UnseenFlows(URLClassLoader loader) {
        this.loader = loader;
    }

    /** Compiles the sources into an empty directory. */
    static UnseenFlows compile(Path samples, Path classes) throws IOException {
        List<Path> files = new ArrayList<>(sources(samples.resolve("src/main/java/dev/cairn/samples")));
        files.addAll(sources(samples.resolve("src/test/java/dev/cairn/samples/shapes")));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    messages,
                    manager,
                    null,
                    List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path"), "-nowarn"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new HidingProcessor()));
            if (!task.call()) {
                throw new IllegalStateException(messages.toString());
            }
        }
        URL[] places = {classes.toUri().toURL()};
        return new UnseenFlows(new URLClassLoader(places, new LibrariesOnly(UnseenFlows.class.getClassLoader())));
    }

    private static List<Path> sources(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** A flow by the class that provides it. */
    FlowDefinition<?> definition(Class<?> provider) throws ReflectiveOperationException {
        Class<?> own = Class.forName(provider.getName(), true, loader);
        return ((FlowProvider) own.getConstructor().newInstance()).definition();
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    /** Hides the classes of the samples that the test itself is compiled with; their resources stay. */
    private static final class LibrariesOnly extends ClassLoader {
        private LibrariesOnly(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(OWN)) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
