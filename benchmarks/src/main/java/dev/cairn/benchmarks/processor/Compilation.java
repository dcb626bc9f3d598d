package dev.cairn.benchmarks.processor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles a flow in one of the ways that are compared, from files to files as a build does.
 *
 * @param directory holds the flow in {@code flow}, what is generated for it in {@code generated}, and its class files in
 *     {@code classes}
 */
record Compilation(Path directory) {
    /** What is compiled, and by whom. */
    enum Mode {
        /** The flow, with Cairn's processors. */
        CAIRN,
        /** The flow and all that Cairn generates for it, without any processor: what javac has to do in any case. */
        JAVAC,
        /** The flow alone, without any processor; the classes to which it refers were compiled before. */
        FLOW_ALONE
    }

    /**
     * How long a compilation took, in milliseconds.
     *
     * @param total from the call of the compiler to its end
     * @param rounds what of it was spent in Cairn's processors
     */
    record Time(double total, double rounds) {}

    /** Compiles for the first time, so that {@code generated} and {@code classes} are there. */
    void prepare() {
        compile(Mode.CAIRN, directory, new Stopwatch());
    }

    /** Compiles once more, to another place. Fails if the compiler has anything to say. */
    Time run(Mode mode) {
        Path output = directory.resolve("again").resolve(mode.name());
        Stopwatch total = new Stopwatch();
        Stopwatch rounds = new Stopwatch();
        total.time(() -> compile(mode, output, rounds));
        return new Time(total.milliseconds(), rounds.milliseconds());
    }

    private boolean compile(Mode mode, Path output, Stopwatch rounds) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<Path> sources = new ArrayList<>(sources("flow"));
            if (mode == Mode.JAVAC) {
                sources.addAll(sources("generated"));
            }
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null, files, diagnostics, options(mode, output), null, files.getJavaFileObjectsFromPaths(sources));
            if (mode == Mode.CAIRN) {
                task.setProcessors(ServiceLoader.load(Processor.class).stream()
                        .filter(found -> found.type().getPackageName().equals("dev.cairn.processor"))
                        .map(found -> new TimedProcessor(found.get(), rounds))
                        .toList());
            }
            boolean done = task.call();
            if (!done || !diagnostics.getDiagnostics().isEmpty()) {
                throw new IllegalStateException(mode + ": " + diagnostics.getDiagnostics());
            }
            return done;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> options(Mode mode, Path output) throws IOException {
        Path classes = Files.createDirectories(output.resolve("classes"));
        Path generated = Files.createDirectories(output.resolve("generated"));
        String classPath = System.getProperty("java.class.path");
        List<String> options = new ArrayList<>(
                List.of("--release", "17", "-d", classes.toString(), "-s", generated.toString(), "-implicit:none"));
        options.add("-classpath");
        options.add(
                mode == Mode.FLOW_ALONE ? directory.resolve("classes") + File.pathSeparator + classPath : classPath);
        if (mode != Mode.CAIRN) {
            options.add("-proc:none");
        }
        return options;
    }

    private List<Path> sources(String folder) throws IOException {
        return files(folder, ".java");
    }

    /** The files in a folder whose names end so. */
    List<Path> files(String folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
