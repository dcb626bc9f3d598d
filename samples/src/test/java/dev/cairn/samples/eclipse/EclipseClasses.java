package dev.cairn.samples.eclipse;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Compiles the samples with the compiler of Eclipse and Cairn's processors, and loads them beside those of {@code javac}. */
final class EclipseClasses {
    private static final Path SOURCES = Path.of("src/main/java");

    private EclipseClasses() {}

    /**
     * Compiles the samples.
     *
     * @return what is said, without what Eclipse itself warns of
     */
    static List<String> compile(Path output) throws IOException {
        JavaCompiler compiler = new EclipseCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> found = Files.walk(SOURCES)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
            List<Path> sources = found.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toAbsolutePath)
                    .sorted()
                    .toList();
            List<String> options =
                    List.of("-d", output.toString(), "-s", output.toString(), "-source", "17", "-target", "17");
            JavaCompiler.CompilationTask task = compiler.getTask(
                    Writer.nullWriter(), files, said, options, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(ServiceLoader.load(Processor.class).stream()
                    .filter(processor -> processor.type().getName().startsWith("dev.cairn."))
                    .map(ServiceLoader.Provider::get)
                    .toList());
            task.call();
        }
        return said.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR
                        || diagnostic.getMessage(null).startsWith("[cairn:"))
                .map(diagnostic -> diagnostic.getKind() + " " + diagnostic.getMessage(null))
                .toList();
    }

    /** That of the tests, without the samples: what is there already, Eclipse does not generate. */
    private static List<Path> classPath() {
        Path samples = Path.of("target/classes").toAbsolutePath();
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> !entry.equals(samples))
                .toList();
    }

    /** Loads the samples from what was compiled, all else as ever. */
    static ClassLoader load(Path output) throws MalformedURLException {
        URL[] place = {output.toUri().toURL()};
        return new URLClassLoader(place, EclipseClasses.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("dev.cairn.samples.")) {
                    synchronized (getClassLoadingLock(name)) {
                        Class<?> loaded = findLoadedClass(name);
                        return loaded == null ? findClass(name) : loaded;
                    }
                }
                return super.loadClass(name, resolve);
            }
        };
    }
}
