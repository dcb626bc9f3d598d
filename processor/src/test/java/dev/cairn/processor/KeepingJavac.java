package dev.cairn.processor;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The compiler of the JDK, whose file manager {@linkplain KeptFiles keeps} what flows are compiled against; of names it keeps none.
 * Thread-safe.
 */
final class KeepingJavac implements JavaCompiler {
    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final KeptFiles files;

    KeepingJavac(List<File> classPath) {
        StandardJavaFileManager manager = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        try {
            manager.setLocation(StandardLocation.CLASS_PATH, classPath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.files = new KeptFiles(manager);
    }

    @Override
    public StandardJavaFileManager getStandardFileManager(
            @Nullable DiagnosticListener<? super JavaFileObject> listener,
            @Nullable Locale locale,
            @Nullable Charset charset) {
        return files;
    }

    @Override
    public CompilationTask getTask(
            @Nullable Writer output,
            @Nullable JavaFileManager manager,
            @Nullable DiagnosticListener<? super JavaFileObject> listener,
            @Nullable Iterable<String> options,
            @Nullable Iterable<String> classes,
            @Nullable Iterable<? extends JavaFileObject> sources) {
        List<String> all = new ArrayList<>(CompiledAgainst.NAMES_OF_ITS_OWN);
        if (options != null) {
            options.forEach(all::add);
        }
        return javac.getTask(output, manager == null ? files : manager, listener, all, classes, sources);
    }

    @Override
    public int run(
            @Nullable InputStream input,
            @Nullable OutputStream output,
            @Nullable OutputStream errors,
            String... arguments) {
        throw new UnsupportedOperationException("runs with files that it would not keep");
    }

    @Override
    public int isSupportedOption(String option) {
        return javac.isSupportedOption(option);
    }

    @Override
    public Set<SourceVersion> getSourceVersions() {
        return javac.getSourceVersions();
    }
}
