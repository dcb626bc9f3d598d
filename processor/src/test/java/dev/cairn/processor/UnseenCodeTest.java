package dev.cairn.processor;

import static dev.cairn.processor.FlowCompilation.checkOnly;
import static dev.cairn.processor.FlowCompilation.file;
import static dev.cairn.processor.FlowCompilation.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.lang.reflect.Proxy;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** {@link UnseenCode}: {@code [cairn:unseen-code]}. */
class UnseenCodeTest {
    private static final JavaFileObject METADATA =
            JavaFileObjects.forSourceString("kotlin.Metadata", "package kotlin;\npublic @interface Metadata {}");

    /** Reads what nothing assigns, and drops at its join what it reads later: no rule of data has a word to say. */
    private static String flow(String name, String annotation) {
        return annotation + "\n" + """
                @Flow
                class Sample {
                    String report;
                    String other;
                    @Step(next = {"a", "b"}) void start() { System.out.println(report); }
                    @Step(next = "join") void a() { other = "a"; }
                    @Step(next = "join") void b() {}
                    @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                    @Step void end() { System.out.println(other); }
                }
                """.replace("Sample", name);
    }

    @Test
    void oneNoteStandsForAllFlowsWrittenInKotlin() {
        assertThat(text(checkOnly()
                        .compile(
                                file(flow("First", "@kotlin.Metadata ")),
                                file(flow("Second", "@kotlin.Metadata ")),
                                METADATA)))
                .isEqualTo("""
                        3:1 note [cairn:unseen-code] what steps read and assign is not checked: the bodies of methods that are written in Kotlin are not shown
                            effect: Cairn assumes that each step reads and assigns every artifact, so tasks load more than they need.
                            fix:   compile the flow with `javac`, from Java source.""");
    }

    @Test
    void flowsWhoseCodeIsSeenAreCheckedBesideIt() {
        assertThat(text(checkOnly()
                        .compile(file(flow("First", "@kotlin.Metadata ")), file(flow("Second", "")), METADATA)))
                .contains(
                        "[cairn:unseen-code]", "[cairn:unassigned-artifact] artifact `report` is read in step `start`");
    }

    @Test
    void oneNoteStandsForAllFlowsOfACompilerWithoutTrees() {
        assertThat(text(Compiler.javac()
                        .withProcessors(new Blindfolded())
                        .withOptions("-proc:only")
                        .compile(file(flow("First", "")), file(flow("Second", "")))))
                .isEqualTo("""
                        3:1 note [cairn:unseen-code] what steps read and assign is not checked: this compiler does not show the bodies of methods
                            effect: Cairn assumes that each step reads and assigns every artifact, so tasks load more than they need.
                            fix:   compile the flow with `javac`, from Java source.""");
    }

    @Test
    void aNoteIsSilencedAsWarningsAre() {
        assertThat(text(checkOnly()
                        .compile(
                                file(flow("First", "@SuppressWarnings(\"cairn:unseen-code\") @kotlin.Metadata ")),
                                METADATA)))
                .isEmpty();
    }

    @Test
    void oneFlowThatSilencesTheNoteDoesNotSilenceItForTheOthers() {
        assertThat(text(checkOnly()
                        .compile(
                                file(flow("First", "@SuppressWarnings(\"cairn\") @kotlin.Metadata ")),
                                file(flow("Second", "@kotlin.Metadata ")),
                                METADATA)))
                .startsWith("3:1 note [cairn:unseen-code]");
    }

    @Test
    void aNoteIsNoErrorEvenWhereWarningsAre() {
        assertThat(text(checkOnly("-Acairn.strict=true").compile(file(flow("First", "@kotlin.Metadata ")), METADATA)))
                .startsWith("3:1 note [cairn:unseen-code]");
    }

    /** The processor in an environment that only passes on what the standard knows, as that of another compiler does. */
    private static final class Blindfolded extends AbstractProcessor {
        private final FlowProcessor processor = new FlowProcessor();

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            Standard standard = new Standard(environment);
            processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    UnseenCodeTest.class.getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, method, arguments) -> standard.call(method.getName())));
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }
    }

    /** Keeps the environment of the compiler out of the reach of those who look for it in fields. */
    private record Standard(ProcessingEnvironment environment) {
        Object call(String method) {
            return switch (method) {
                case "getOptions" -> environment.getOptions();
                case "getMessager" -> environment.getMessager();
                case "getFiler" -> environment.getFiler();
                case "getElementUtils" -> environment.getElementUtils();
                case "getTypeUtils" -> environment.getTypeUtils();
                case "getSourceVersion" -> environment.getSourceVersion();
                case "getLocale" -> environment.getLocale();
                default -> throw new UnsupportedOperationException(method);
            };
        }
    }
}
