package dev.cairn.samples.golden;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Runs the processors over the sources of the samples. */
final class SampleSources {
    static final Path DIRECTORY = Path.of("src/main/java");

    private SampleSources() {}

    /** What the processors make of the sources, given to them in an order that {@code seed} shuffles: text by path. */
    static Map<String, String> generate(long seed, Path output) {
        List<Path> sources = new ArrayList<>(files(DIRECTORY, ".java"));
        java.util.Collections.shuffle(sources, new Random(seed));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(Files.createDirectories(output)));
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(Files.createDirectories(output)));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    messages, files, null, List.of("-proc:only"), null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(processors());
            if (!task.call()) {
                throw new AssertionError(messages.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(output);
    }

    /** Cairn's processors, as javac would find them. */
    private static List<Processor> processors() {
        return ServiceLoader.load(Processor.class).stream()
                .filter(processor -> processor.type().getName().startsWith("dev.cairn."))
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** Every file below a directory: text by path. */
    static Map<String, String> read(Path directory) {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(directory, "")) {
            try {
                texts.put(directory.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    private static List<Path> files(Path directory, String suffix) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
