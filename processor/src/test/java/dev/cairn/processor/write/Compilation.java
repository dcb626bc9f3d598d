package dev.cairn.processor.write;

import dev.cairn.processor.CompiledAgainst;
import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.write.source.GeneratedFile;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles generated code as strictly as a user may, against the runtime.
 *
 * @param messages what the compiler said: errors and warnings
 * @param classes the class files, by binary name
 */
public record Compilation(List<String> messages, Map<String, byte[]> classes) {
    private static final List<String> OPTIONS = Stream.of(
                    CompiledAgainst.release17(),
                    CompiledAgainst.NAMES_OF_ITS_OWN,
                    List.of("-proc:none", "-Xlint:all,-processing", "-Werror", "-Xmaxerrs", "20"))
            .flatMap(List::stream)
            .toList();

    /** Compiles what is generated for a flow, with the flow itself and other sources. */
    public static Compilation of(FlowBuilder builder, GeneratedFile... others) {
        List<GeneratedFile> files = sources(builder);
        files.addAll(List.of(others));
        return of(files);
    }

    /** What is generated for a flow, and the flow itself. */
    static List<GeneratedFile> sources(FlowBuilder builder) {
        ClassRef codecs = new GeneratedNames(builder.model().flowClass()).codecs();
        List<GeneratedFile> files = new ArrayList<>(builder.write());
        files.removeIf(file -> file.name().equals(codecs));
        files.add(FlowSources.codecs(builder.model()));
        files.add(FlowSources.flow(builder.model()));
        return files;
    }

    public static Compilation of(List<GeneratedFile> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        ClassFiles classes = new ClassFiles(CompiledAgainst.keptFiles());
        compiler.getTask(
                        null,
                        classes,
                        diagnostics,
                        OPTIONS,
                        null,
                        files.stream().map(Source::new).toList())
                .call();
        return new Compilation(
                diagnostics.getDiagnostics().stream()
                        .map(diagnostic -> diagnostic.toString())
                        .toList(),
                classes.bytes());
    }

    /** A class by its whole name, with a text. */
    public static GeneratedFile source(String name, String text) {
        return new GeneratedFile(Types.reference(name), text);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(GeneratedFile file) {
            super(URI.create("source:///" + file.name().canonicalName().replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = file.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class ClassFiles extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> files = new TreeMap<>();

        ClassFiles(JavaFileManager manager) {
            super(manager);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            files.put(className, bytes);
            return new SimpleJavaFileObject(URI.create("class:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }

        Map<String, byte[]> bytes() {
            Map<String, byte[]> bytes = new TreeMap<>();
            files.forEach((name, file) -> bytes.put(name, file.toByteArray()));
            return bytes;
        }
    }

    /** The names of the classes. */
    Stream<String> classNames() {
        return classes.keySet().stream();
    }
}
