package dev.cairn.benchmarks.store;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A flow whose steps follow each other, as many as are asked for. */
final class ChainFlow {
    private ChainFlow() {}

    /** Compiles the flow with the processor to class files in a new directory. */
    static void compile(Path directory, int steps) throws IOException {
        Files.createDirectories(directory);
        Path source = Files.writeString(directory.resolve("Chain.java"), source(steps));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            String classPath = System.getProperty("java.class.path");
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-d",
                    directory.toString(),
                    "-classpath",
                    classPath,
                    "-processorpath",
                    classPath);
            if (!compiler.getTask(null, files, diagnostics, options, null, files.getJavaFileObjects(source))
                    .call()) {
                throw new IllegalStateException(diagnostics.getDiagnostics().toString());
            }
        }
    }

    private static String source(int steps) {
        StringBuilder source = new StringBuilder("""
                package chain;

                import dev.cairn.Flow;
                import dev.cairn.Step;

                @Flow
                class Chain {
                    int value;

                    @Step(next = "step2")
                    void start() {
                        value = 1;
                    }
                """);
        for (int i = 2; i < steps; i++) {
            source.append("""

                        @Step(next = "%s")
                        void step%d() {
                            value++;
                        }
                    """.formatted(i == steps - 1 ? "end" : "step" + (i + 1), i));
        }
        return source.append("""

                    @Step
                    void end() {
                        value++;
                    }
                }
                """).toString();
    }

    /** The definition of the flow that was compiled to {@code directory}. */
    static FlowDefinition<?> definition(Path directory) throws IOException {
        URL[] classes = {directory.toUri().toURL()};
        try {
            Class<?> provider = Class.forName(
                    "chain.ChainProvider", true, new URLClassLoader(classes, ChainFlow.class.getClassLoader()));
            return ((FlowProvider) provider.getConstructor().newInstance()).definition();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
