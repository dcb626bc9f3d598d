package dev.cairn.samples.truth;

import com.esotericsoftware.kryo.kryo5.Serializer;
import dev.cairn.Flow;
import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.samples.truth.Compiled.Said;
import java.io.File;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Compiles many flows at once: first the processor alone, so that a flow that it refuses keeps no other from being compiled, then,
 * of all others, what was written and what was generated. Used by one thread, once.
 */
final class Batch {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final ThreadLocal<StandardJavaFileManager> FILES =
            ThreadLocal.withInitial(() -> COMPILER.getStandardFileManager(null, Locale.ROOT, null));
    private static final Pattern MESSAGE = Pattern.compile("\\[cairn:([a-z-]+)]");
    private static final Pattern FILE = Pattern.compile("/[FP](\\d+)\\w*\\.java");

    /** What drawn flows, and what is generated of them, are compiled against: to search all that tests need costs time. */
    private static final String CLASS_PATH = Stream.of(
                    Flow.class, FlowDefinition.class, Serializer.class, Nullable.class, Batch.class)
            .map(type -> new File(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath())
                    .getPath())
            .collect(Collectors.joining(File.pathSeparator));

    private final MemoryFiles memory = new MemoryFiles(FILES.get());
    private final Map<Long, List<Said>> said = new HashMap<>();
    private final Map<Long, String> broken = new HashMap<>();

    static List<Compiled> compile(List<FlowSketch> sketches) {
        return new Batch().all(sketches);
    }

    private List<Compiled> all(List<FlowSketch> sketches) {
        List<JavaFileObject> flows = new ArrayList<>();
        sketches.forEach(sketch -> flows.add(source(sketch.flowName(), SourceText.flow(sketch))));
        call(flows, List.of("-proc:only"), flowProcessor());
        List<FlowSketch> accepted = sketches.stream().filter(this::isAccepted).toList();
        while (!accepted.isEmpty() && !call(toCompile(accepted), List.of("-proc:none"), null)) {
            List<FlowSketch> left = accepted.stream().filter(this::isAccepted).toList();
            if (left.size() == accepted.size()) {
                throw new IllegalStateException("javac fails, and does not say where: " + broken);
            }
            accepted = left;
            memory.classes.clear();
        }
        ClassLoader loader = memory.loader();
        return sketches.stream().map(sketch -> compiled(sketch, loader)).toList();
    }

    private static Processor flowProcessor() {
        return ServiceLoader.load(Processor.class).stream()
                .filter(provider -> provider.type().getName().equals("dev.cairn.processor.FlowProcessor"))
                .findFirst()
                .orElseThrow()
                .get();
    }

    private boolean isAccepted(FlowSketch sketch) {
        return !broken.containsKey(sketch.seed()) && messages(sketch).stream().noneMatch(Said::error);
    }

    private List<Said> messages(FlowSketch sketch) {
        return said.getOrDefault(sketch.seed(), List.of());
    }

    private List<JavaFileObject> toCompile(List<FlowSketch> accepted) {
        List<JavaFileObject> files = new ArrayList<>();
        for (FlowSketch sketch : accepted) {
            files.add(source(sketch.flowName(), SourceText.flow(sketch)));
            files.add(source(sketch.plainName(), SourceText.plain(sketch)));
            for (String generated : List.of("Artifacts", "Codecs", "Provider", "Run", "Runner")) {
                JavaFileObject file = memory.sources.get(SourceText.PACKAGE + "." + sketch.flowName() + generated);
                if (file != null) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    private static JavaFileObject source(String name, String text) {
        return MemoryFiles.source(SourceText.PACKAGE + "." + name, text);
    }

    private boolean call(List<JavaFileObject> files, List<String> mode, @Nullable Processor processor) {
        List<String> options = new ArrayList<>(List.of(
                "-classpath",
                CLASS_PATH,
                "-g:none",
                "-implicit:none",
                "-Xmaxerrs",
                "1000000",
                "-Xmaxwarns",
                "1000000"));
        options.addAll(mode);
        JavaCompiler.CompilationTask task =
                COMPILER.getTask(new StringWriter(), memory, this::note, options, null, files);
        if (processor != null) {
            task.setProcessors(List.of(processor));
        }
        return task.call();
    }

    private void note(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        Matcher file = FILE.matcher(source == null ? "" : source.getName());
        if (!file.find()) {
            return;
        }
        long seed = Long.parseLong(file.group(1));
        String text = diagnostic.getMessage(Locale.ROOT);
        boolean error = diagnostic.getKind() == Diagnostic.Kind.ERROR;
        Matcher message = MESSAGE.matcher(text);
        if (message.lookingAt()) {
            if (error || diagnostic.getKind() != Diagnostic.Kind.NOTE) {
                said.computeIfAbsent(seed, key -> new ArrayList<>()).add(new Said(message.group(1), error, text));
            }
        } else if (error) {
            broken.putIfAbsent(seed, source.getName() + ":" + diagnostic.getLineNumber() + ": " + text);
        }
    }

    private Compiled compiled(FlowSketch sketch, ClassLoader loader) {
        if (!isAccepted(sketch)) {
            return new Compiled(sketch, messages(sketch), broken.get(sketch.seed()), null, null);
        }
        try {
            Class<?> provider = Class.forName(SourceText.PACKAGE + "." + sketch.flowName() + "Provider", true, loader);
            FlowDefinition<?> definition =
                    ((FlowProvider) provider.getConstructor().newInstance()).definition();
            Class<?> plain = Class.forName(SourceText.PACKAGE + "." + sketch.plainName(), true, loader);
            return new Compiled(sketch, messages(sketch), null, definition, plain.asSubclass(PlainFlow.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
