package dev.cairn.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.CompiledAgainst;
import dev.cairn.processor.FlowCompilation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** Comments are found by a path of our own: it gives what the compiler's gives. */
class CommentsTest {
    @Test
    void areThoseThatTheCompilerFinds() {
        Comparison comparison = new Comparison();
        CompiledAgainst.javac().withProcessors(comparison).compile(FlowCompilation.file("""
                /** The flow. */
                @Flow
                class Sample {
                    /** Two at once. */
                    int first, second;

                    int bare;

                    /** Begins.
                     *
                     * <p>And more.
                     * @throws Exception never
                     */
                    @Step(next = "end")
                    void start() throws Exception {}

                    // no documentation
                    @Step
                    void end() {}

                    /** One of two. */
                    int twice(int value) { return value; }

                    /** The other. */
                    int twice(long amount) { return 2; }

                    /** Same names of parameters. */
                    int same(int value) { return value; }

                    /** The second of that kind. */
                    int same(long value) { return 2; }

                    /** A class. */
                    static class Nested {}

                    /** A constructor. */
                    Sample() {}
                }
                """));

        assertThat(comparison.found).isEqualTo(comparison.expected).hasSize(11).containsEntry("bare", null);
        assertThat(comparison.found.get("com.acme.Sample").strip()).isEqualTo("The flow.");
        assertThat(comparison.found.get("same(long)").strip()).isEqualTo("The second of that kind.");
    }

    private static final class Comparison extends AbstractProcessor {
        private final Map<String, String> expected = new LinkedHashMap<>();
        private final Map<String, String> found = new LinkedHashMap<>();

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            for (Element flow : round.getElementsAnnotatedWith(dev.cairn.Flow.class)) {
                BodyReader reader = BodyReader.of(processingEnv);
                compare(reader, flow);
                flow.getEnclosedElements().stream()
                        .filter(member -> !(member instanceof TypeElement))
                        .forEach(member -> compare(reader, member));
            }
            return false;
        }

        private void compare(BodyReader reader, Element element) {
            expected.put(element.toString(), processingEnv.getElementUtils().getDocComment(element));
            found.put(element.toString(), reader.comment(element));
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("dev.cairn.Flow");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }
    }
}
