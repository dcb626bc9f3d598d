package dev.cairn.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Each method that a step executes, whoever calls it, counts: steps are run on instrumented classes, which report what is executed;
 * then each of these methods is changed, by itself, and the steps that executed it must have other fingerprints.
 */
class ExecutedCodeTest {
    private static final String FLOW = "com.acme.Walk";

    @TempDir
    private Path directory;

    @Test
    void eachMethodThatAStepExecutesCountsForIt() throws Exception {
        String source = source();
        Path classes = directory.resolve("classes");
        TestProgram.compile(TestProgram.write(Map.of("Walk.java", source), directory.resolve("sources")), classes);
        Map<String, Set<String>> executed = executed(source, classes);
        Map<String, String> before = fingerprints(source, classes);
        assertThat(before.keySet()).isEqualTo(executed.keySet());

        Set<String> all = new TreeSet<>();
        executed.values().forEach(all::addAll);
        all.removeIf(method -> method.contains(".values()")); // follows from the constants of its enum, which count
        Map<String, Set<String>> overlooked = new TreeMap<>();
        for (String method : all) {
            Map<String, String> after = fingerprints(source, rewritten(classes, (owner, visitor) -> {
                if (owner.equals(method)) {
                    visitor.visitLdcInsn("changed");
                    visitor.visitInsn(Opcodes.POP);
                }
            }));
            executed.forEach((step, methods) -> {
                if (methods.contains(method) && after.get(step).equals(before.get(step))) {
                    overlooked.computeIfAbsent(step, key -> new TreeSet<>()).add(method);
                }
            });
        }

        assertThat(overlooked).isEmpty();
        assertThat(all).hasSizeGreaterThan(80);
    }

    /** By step, without what is executed to make the flow. */
    private Map<String, Set<String>> executed(String source, Path classes) throws Exception {
        Path instrumented = rewritten(classes, (method, visitor) -> {
            visitor.visitLdcInsn(method);
            visitor.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    ExecutionLog.class.getName().replace('.', '/'),
                    "enter",
                    "(Ljava/lang/String;)V",
                    false);
        });
        Map<String, Set<String>> executed = new TreeMap<>();
        for (String step : TestProgram.steps(source)) {
            try (URLClassLoader loader = TestProgram.loader(instrumented)) {
                Object flow = flow(loader);
                Method method = flow.getClass().getDeclaredMethod(step);
                method.setAccessible(true);
                executed.put(step, ExecutionLog.of(() -> method.invoke(flow)));
            }
        }
        return executed;
    }

    private static Object flow(ClassLoader loader) throws Exception {
        Object flow = make(loader, "Walk");
        Object stone = make(loader, "Stone", 2);
        Object tree = make(loader, "Tree");
        set(flow, "stones", List.of(stone, make(loader, "Stone", 1), make(loader, "Stone", 1)));
        set(flow, "trees", Map.of(stone, tree, make(loader, "Stone", 5), make(loader, "Tree")));
        set(flow, "tree", tree);
        set(flow, "animal", make(loader, "Dog"));
        return flow;
    }

    private static Object make(ClassLoader loader, String name, Object... arguments) throws Exception {
        Constructor<?> constructor = loader.loadClass("com.acme." + name).getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(arguments);
    }

    private static void set(Object object, String field, Object value) throws Exception {
        Field found = object.getClass().getDeclaredField(field);
        found.setAccessible(true);
        found.set(object, value);
    }

    /** The same classes with something more at the start of each method that {@code start} adds to. */
    private Path rewritten(Path classes, BiConsumer<String, MethodVisitor> start) throws Exception {
        Path result = Files.createTempDirectory(directory, "rewritten");
        Files.createDirectories(result.resolve("com/acme"));
        try (Stream<Path> files = Files.list(classes.resolve("com/acme"))) {
            for (Path file : files.toList()) {
                ClassReader reader = new ClassReader(Files.readAllBytes(file));
                ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
                reader.accept(new Rewriting(writer, start), 0);
                Files.write(result.resolve("com/acme").resolve(file.getFileName()), writer.toByteArray());
            }
        }
        return result;
    }

    private static final class Rewriting extends ClassVisitor {
        private final BiConsumer<String, MethodVisitor> start;
        private String owner = "";

        Rewriting(ClassWriter writer, BiConsumer<String, MethodVisitor> start) {
            super(Opcodes.ASM9, writer);
            this.start = start;
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            owner = name;
            super.visit(version, access, name, signature, superName, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            String method = owner + "." + name + descriptor;
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                @Override
                public void visitCode() {
                    super.visitCode();
                    start.accept(method, mv);
                }
            };
        }
    }

    private static Map<String, String> fingerprints(String source, Path classes) throws Exception {
        return TestProgram.ofSteps(TestProgram.fingerprints(FLOW, source, classes), source);
    }

    private static String source() throws Exception {
        try (var content = ExecutedCodeTest.class.getResourceAsStream("executed/Walk.java")) {
            return new String(Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
