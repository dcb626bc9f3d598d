package dev.cairn.processor.body;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.cairn.processor.CompiledAgainst;
import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.StepBody;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;

/**
 * Lets the compiler show the code of a flow {@code F} to a {@link BodyReader}.
 *
 * <p>The flow has the artifacts {@code a}, {@code b}, {@code c} and {@code d} of type {@code int}, {@code yes} of type {@code
 * boolean}, {@code text} and {@code words}; the private fields {@code scratch} and {@code _own}; and the static field {@code
 * count}. Static imports give it {@code test()}, a condition, {@code use(..)}, and {@code number()}.
 */
final class Bodies {
    private static final String HEADER = """
            package demo;

            import static demo.Environment.*;
            import static demo.Environment.Merge.*;

            import demo.Environment.*;
            import demo.Environment.FArtifacts.*;
            import dev.cairn.*;
            import java.util.*;
            import java.util.function.*; import java.util.stream.*;

            """;

    private static final String FIELDS = """
                int a, b, c, d;
                boolean yes;
                String text;
                List<String> words;
                transient int scratch;
                int _own;
                static int count;
            """;

    private static final JavaFileObject ENVIRONMENT = JavaFileObjects.forSourceString("demo.Environment", """
            package demo;

            import java.util.function.*;

            public class Environment {
                public static boolean test(Object... of) { return of.length == 0; }
                public static int number(Object... of) { return of.length; }
                public static void use(Object... of) {}
                public static void run(Runnable code) { code.run(); }
                public static <T> T get(Supplier<T> code) { return code.get(); }

                public interface TaskContext {
                    boolean restored();
                    void checkpoint();
                    void log(String line);
                    String path();
                    String taskId();
                    Object foreachStack();
                    Object parameters();
                }

                public enum Name { A, B, C, D, YES, TEXT, WORDS }

                public static class Merge {
                    public static Merge only(Name... names) { return new Merge(); }
                    public static Merge except(Name... names) { return new Merge(); }
                    public static Merge all() { return new Merge(); }
                }

                public static class FArtifacts {
                    public static class JoinInputs {
                        public void mergeInto(Object flow) {}
                        public void mergeInto(Object flow, Merge selection) {}
                        public int size() { return 0; }
                    }
                }
            }
            """);

    private Bodies() {}

    /** The facts of a step with this body: see {@link Facts}. */
    static String facts(String body) {
        return of(step(body), bodies -> Facts.of(bodies.step("start")));
    }

    /** The facts of a step with this body, with further members of the flow. */
    static String facts(String body, String members) {
        return of(step(body) + members, bodies -> Facts.of(bodies.step("start")));
    }

    /** The facts of a join with this body. */
    static String joinFacts(String body) {
        return joinFacts(body, "");
    }

    /** The facts of a join with this body, with further members of the flow. */
    static String joinFacts(String body, String members) {
        return of(
                "@Step void join(JoinInputs inputs, TaskContext task) throws Exception {\n" + body + "\n}\n" + members,
                bodies -> Facts.of(bodies.step("join")));
    }

    /** What {@code question} finds in the body of a step. */
    static <T> T ofStep(String body, Function<StepBody, T> question) {
        return of(step(body), bodies -> question.apply(bodies.step("start")));
    }

    /** What {@code question} finds in a flow that has these members besides the fields. */
    static <T> T of(String members, Function<FlowBodies, T> question) {
        return ofSource("@Flow class F {\n" + FIELDS + members + "}\n", question);
    }

    /** What {@code question} finds in a flow {@code F}. */
    static <T> T ofSource(String source, Function<FlowBodies, T> question) {
        return inRound(
                source,
                (environment, flow) -> question.apply(BodyReader.of(environment).read(flow, 0, artifacts(flow))));
    }

    /** What {@code question} finds while the compiler processes a flow {@code F}. */
    static <T> T inRound(
            String source, BiFunction<ProcessingEnvironment, TypeElement, T> question, JavaFileObject... more) {
        AtomicReference<T> answer = new AtomicReference<>();
        List<JavaFileObject> files = new ArrayList<>(List.of(ENVIRONMENT, file(source)));
        files.addAll(List.of(more));
        Compilation compilation = CompiledAgainst.javac()
                .withOptions("-proc:only")
                .withProcessors(new Question<>(question, answer))
                .compile(files);
        T found = answer.get();
        if (found == null) {
            throw new AssertionError(compilation.errors() + "\n" + source);
        }
        return found;
    }

    /** A file with a flow {@code F}. */
    static JavaFileObject file(String source) {
        return file("demo", source);
    }

    /** A file with a flow {@code F} of a package. */
    static JavaFileObject file(String packageName, String source) {
        return JavaFileObjects.forSourceString(
                packageName + ".F", HEADER.replace("package demo;", "package " + packageName + ";") + source);
    }

    /** A flow {@code F} with the usual fields and these members. */
    static String flow(String members) {
        return "@Flow class F {\n" + FIELDS + members + "}\n";
    }

    /** A step {@code start} with this body. */
    static String step(String body) {
        return "@Step void start(TaskContext task) throws Exception {\n" + body + "\n}\n";
    }

    /** What the flows use. */
    static JavaFileObject environment() {
        return ENVIRONMENT;
    }

    /** How many lines a flow starts below the top of its file, with the usual fields. */
    static int linesAbove() {
        return (int) (HEADER.lines().count() + 1 + FIELDS.lines().count());
    }

    /** The fields of a flow that are stored. */
    static Set<String> artifacts(TypeElement flow) {
        Set<String> names = new LinkedHashSet<>();
        for (VariableElement field : ElementFilter.fieldsIn(flow.getEnclosedElements())) {
            if (!field.getModifiers().contains(Modifier.STATIC)
                    && !field.getModifiers().contains(Modifier.TRANSIENT)
                    && !field.getSimpleName().toString().startsWith("_")) {
                names.add(field.getSimpleName().toString());
            }
        }
        return names;
    }

    private static final class Question<T> extends AbstractProcessor {
        private final BiFunction<ProcessingEnvironment, TypeElement, T> question;
        private final AtomicReference<T> answer;

        private Question(BiFunction<ProcessingEnvironment, TypeElement, T> question, AtomicReference<T> answer) {
            this.question = question;
            this.answer = answer;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (answer.get() == null) {
                TypeElement top = processingEnv.getElementUtils().getTypeElement("demo.F");
                TypeElement flow =
                        top != null ? top : processingEnv.getElementUtils().getTypeElement("demo.Outer.F");
                answer.set(question.apply(processingEnv, flow));
            }
            return false;
        }
    }
}
