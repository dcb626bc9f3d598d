package dev.cairn.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.FlowHeader;
import dev.cairn.runtime.definition.StepDefinition;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Programs of package {@code com.acme} that tests compile, with their flows as generated code would define them. */
final class TestProgram {
    private static final Pattern STEP = Pattern.compile("@Step(?:\\([^)]*\\))?\\s+void (\\w+)\\(");
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private TestProgram() {}

    /** Writes sources, by file name or path below their package, into a directory. */
    static Path write(Map<String, String> sources, Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Files.writeString(directory.resolve(source.getKey()), source.getValue());
        }
        return directory;
    }

    /** Compiles all sources of a directory into {@code classes}. */
    static void compile(Path sources, Path classes, Path... libraries) throws IOException {
        compile(sources, classes, List.of("-g", "--release", "17"), libraries);
    }

    static void compile(Path sources, Path classes, List<String> more, Path... libraries) throws IOException {
        Files.createDirectories(classes);
        List<String> options = new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp"));
        options.add(Stream.concat(
                        Stream.of(System.getProperty("java.class.path")),
                        Arrays.stream(libraries).map(Path::toString))
                .collect(Collectors.joining(System.getProperty("path.separator"))));
        options.addAll(more);
        try (Stream<Path> files = Files.list(sources)) {
            List<Path> units = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            StringWriter output = new StringWriter();
            boolean compiled = COMPILER.getTask(
                            output, FILES, null, options, null, FILES.getJavaFileObjectsFromPaths(units))
                    .call();
            assertThat(compiled).as(output.toString()).isTrue();
        }
    }

    /** Loads the flow of a folder or jar, and computes. */
    static FlowFingerprints fingerprints(String flow, String source, Path... path) throws Exception {
        try (URLClassLoader loader = loader(path)) {
            return new FingerprintComputation(definition(loader.loadClass(flow), source), Set.of()).compute();
        }
    }

    static URLClassLoader loader(Path... path) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path each : path) {
            urls.add(each.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), TestProgram.class.getClassLoader());
    }

    /** By step; a step without fingerprint is absent. */
    static Map<String, String> ofSteps(FlowFingerprints fingerprints, String source) {
        Map<String, String> found = new TreeMap<>();
        steps(source).forEach(step -> fingerprints.ofStep(step).ifPresent(hash -> found.put(step, hash)));
        return found;
    }

    static List<String> steps(String source) {
        return STEP.matcher(source).results().map(match -> match.group(1)).toList();
    }

    /** As the processor would generate it; a field {@code rate} is a parameter. */
    static FlowDefinition<?> definition(Class<?> type, String source) {
        return definition(type, source, Codecs.any());
    }

    static FlowDefinition<?> definition(Class<?> type, String source, ArtifactCodec<?> codec) {
        return definition(type, steps(source).stream().map(StepDefinition::end).toList(), codec);
    }

    static FlowDefinition<?> definition(Class<?> type, List<StepDefinition> steps) {
        return definition(type, steps, Codecs.any());
    }

    @SuppressWarnings("unchecked")
    private static FlowDefinition<?> definition(Class<?> type, List<StepDefinition> steps, ArtifactCodec<?> codec) {
        List<ArtifactDefinition> artifacts = Arrays.stream(type.getDeclaredFields())
                .filter(field ->
                        !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()))
                .map(field -> field.getName().equals("rate")
                        ? ArtifactDefinition.parameter(field.getName(), "int", codec)
                        : ArtifactDefinition.artifact(field.getName(), "Object", codec))
                .toList();
        return new Definition((Class<Object>) type, artifacts, steps);
    }

    private static final class Definition extends FlowDefinition<Object> {
        Definition(Class<Object> type, List<ArtifactDefinition> artifacts, List<StepDefinition> steps) {
            super(FlowHeader.of("1", type.getSimpleName(), type), artifacts, steps);
        }

        @Override
        public Object newFlow() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void call(Object flow, int step, TaskArguments task) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TaskView<?> view(int step, TaskArtifacts artifacts) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object get(Object flow, int artifact) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void set(Object flow, int artifact, Object value) {
            throw new UnsupportedOperationException();
        }
    }

    /** Packs folders into a jar. */
    static Path jar(Path jar, Path... folders) throws IOException {
        try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path folder : folders) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file :
                            (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                        JarEntry entry =
                                new JarEntry(folder.relativize(file).toString().replace('\\', '/'));
                        entry.setTime(0);
                        output.putNextEntry(entry);
                        Files.copy(file, output);
                        output.closeEntry();
                    }
                }
            }
        }
        return jar;
    }
}
