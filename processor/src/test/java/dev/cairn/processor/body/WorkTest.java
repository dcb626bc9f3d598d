package dev.cairn.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.CompiledAgainst;
import dev.cairn.processor.FlowCompilation;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;

/** The analysis looks at each place of the source a fixed number of times, however steps and helpers hang together. */
class WorkTest {
    private static final String STEP = """
            @Step(next = "step%2$d")
            void step%1$d() {
                for (int i = 0; i < first; i++) {
                    second += i;
                }
                helper%1$d();
            }

            private void helper%1$d() {
                if (first > second) {
                    helper%2$d();
                }
                first = second;
            }
            """;

    /** Each step calls its helper, which calls that of the next step: n helpers in a row, which n steps reach. */
    @Test
    void growsWithTheSource() {
        int one = accesses(20);
        assertThat(one).isGreaterThanOrEqualTo(20 * 6);
        assertThat(accesses(40)).isEqualTo(2 * one);
        assertThat(accesses(80)).isEqualTo(4 * one);
    }

    private static int accesses(int steps) {
        String members = IntStream.range(0, steps)
                .mapToObj(step -> STEP.formatted(step, step + 1))
                .collect(Collectors.joining());
        Counter counter = new Counter();
        CompiledAgainst.javac().withProcessors(counter).compile(FlowCompilation.file("""
                @Flow
                class Sample {
                    int first;
                    int second;

                    %s

                    private void helper%d() {}
                }
                """.formatted(members, steps)));
        return counter.accesses;
    }

    private static final class Counter extends AbstractProcessor {
        private int accesses;

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            BodyReader reader = BodyReader.of(processingEnv, access -> accesses++);
            for (TypeElement flow : ElementFilter.typesIn(round.getElementsAnnotatedWith(dev.cairn.Flow.class))) {
                reader.read(flow, 0, Set.of("first", "second"));
            }
            return false;
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
