package dev.cairn.processor.docs;

import dev.cairn.processor.CompiledAgainst;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What {@code javac} prints of a file, in the directory where the file is. */
final class Screen {
    private static final Pattern CLASS =
            Pattern.compile("(?m)^@Flow.*\\R(?:\\w+ )*?(?:class|interface|enum|record) (\\w+)");
    private static final Pattern OPTIONS = Pattern.compile("\\A// javac (.*)\\R");

    private Screen() {}

    /**
     * Compiles a flow, all the path.
     *
     * @param source the file, named after the flow; a first line {@code // javac ...} has options
     * @param directory where it is written and what comes of it; empty
     */
    static String of(String source, Path directory, List<Processor> processors) throws IOException {
        Matcher given = OPTIONS.matcher(source);
        List<String> options = given.find() ? List.of(given.group(1).split(" ")) : List.of();
        return compile(List.of(write(source, directory)), directory, processors, options);
    }

    /**
     * Compiles flows together, all the path: much faster than one after the other.
     *
     * @param sources the files, by the package into which each is put
     */
    static String of(Map<String, String> sources, Path directory, List<Processor> processors, String... options)
            throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path inPackage = Files.createDirectories(directory.resolve(source.getKey()));
            files.add(write("package " + source.getKey() + ";\n" + source.getValue(), inPackage));
        }
        return compile(files, directory, processors, List.of(options));
    }

    private static Path write(String source, Path directory) throws IOException {
        Matcher name = CLASS.matcher(source);
        if (!name.find()) {
            throw new IllegalArgumentException("no flow in: " + source);
        }
        return Files.writeString(directory.resolve(name.group(1) + ".java"), source);
    }

    private static String compile(List<Path> sources, Path directory, List<Processor> processors, List<String> options)
            throws IOException {
        Path output = Files.createDirectory(directory.resolve("classes"));
        List<String> all = new ArrayList<>(CompiledAgainst.release17());
        all.addAll(CompiledAgainst.NAMES_OF_ITS_OWN);
        all.addAll(List.of("-d", output.toString()));
        all.addAll(options);
        StringWriter printed = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                CompiledAgainst.fileManager(compiler.getStandardFileManager(null, Locale.ROOT, null))) {
            CompilationTask task =
                    compiler.getTask(printed, files, null, all, null, files.getJavaFileObjectsFromPaths(sources));
            task.setLocale(Locale.ROOT);
            task.setProcessors(processors);
            task.call();
        }
        return printed.toString().replace(directory + "/", "").replace(System.lineSeparator(), "\n");
    }
}
