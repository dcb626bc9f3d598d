package dev.cairn.processor;

import dev.cairn.Flow;
import dev.cairn.runtime.TaskContext;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * The compiler of Eclipse for sources in memory: it takes files only, so they are written into a directory that is deleted with
 * all that was generated when it is done. Its class path is what a flow needs, and its files stay open from one compilation to the
 * next, because it takes longer to open them than to compile.
 */
public final class EclipseCompilation {
    private static final EclipseCompiler COMPILER = new EclipseCompiler();
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);
    private static final String CLASS_PATH = Stream.of(Flow.class, TaskContext.class)
            .map(EclipseCompilation::place)
            .collect(Collectors.joining(File.pathSeparator));

    private final List<Processor> processors;
    private final List<String> options;

    EclipseCompilation(List<Processor> processors, List<String> options) {
        this.processors = processors;
        this.options = options;
    }

    /** What the compiler says of sources, in its order. */
    public List<Message> compile(List<? extends JavaFileObject> sources) {
        try {
            Path directory = Files.createTempDirectory("eclipse");
            try {
                return compile(sources, directory);
            } finally {
                delete(directory);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Message> compile(List<? extends JavaFileObject> sources, Path directory) throws IOException {
        List<File> inputs = new ArrayList<>();
        for (JavaFileObject source : sources) {
            Path file = directory.resolve("source").resolve(source.getName().replaceFirst("^/", ""));
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getCharContent(true));
            inputs.add(file.toFile());
        }
        String output = Files.createDirectory(directory.resolve("output")).toString();
        List<String> all = new ArrayList<>(
                List.of("-d", output, "-s", output, "-cp", CLASS_PATH, "-source", "17", "-target", "17"));
        all.addAll(options);
        List<Message> messages = new ArrayList<>();
        CompilationTask task = COMPILER.getTask(
                Writer.nullWriter(),
                FILES,
                diagnostic -> messages.add(Message.of(diagnostic)),
                all,
                null,
                FILES.getJavaFileObjectsFromFiles(inputs));
        task.setProcessors(processors);
        task.call();
        return messages;
    }

    private static String place(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
