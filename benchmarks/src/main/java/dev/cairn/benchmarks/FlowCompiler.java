package dev.cairn.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles flows that a benchmark writes, with the processor. */
public final class FlowCompiler {
    private FlowCompiler() {}

    /** Compiles a source file to class files in a directory. */
    public static void compile(Path source, Path directory) throws IOException {
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
}
