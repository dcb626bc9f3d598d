package dev.cairn.processor.write.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.CodeBlock;
import dev.cairn.processor.model.DecoratorsModel;
import dev.cairn.processor.model.Given;
import dev.cairn.processor.model.Position;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    private static final Position NOWHERE = new Position() {};

    @Test
    void nothingIsWrittenOfWhatIsAsUsual() {
        assertThat(code(null, null, null, 0)).isEmpty();
        assertThat(code(retry(0, "PT1S", 2, ""), null, null, 0)).isEmpty();
    }

    @Test
    void retries() {
        assertThat(code(retry(3, "PT0S", 1, ""), null, null, 0))
                .isEqualTo(".retry(dev.cairn.runtime.definition.Retries.of(3))");
        assertThat(code(retry(3, "PT1S", 2, "PT1M"), null, null, 0))
                .isEqualTo(".retry(dev.cairn.runtime.definition.Retries.of(3).delay(java.time.Duration.parse(\"PT1S\"))"
                        + ".backoff(2).maxDelay(java.time.Duration.parse(\"PT1M\")))");
        assertThat(code(retry(3, "PT0S", 1.5, ""), null, null, 0))
                .isEqualTo(".retry(dev.cairn.runtime.definition.Retries.of(3).backoff(1.5))");
        assertThat(code(retry(3, "PT0S", Double.POSITIVE_INFINITY, ""), null, null, 0))
                .isEqualTo(
                        ".retry(dev.cairn.runtime.definition.Retries.of(3).backoff(java.lang.Double.POSITIVE_INFINITY))");
    }

    @Test
    void timeoutCatchAndBound() {
        assertThat(code(null, "PT5M", "failure", 2))
                .isEqualTo(".maxParallel(2).timeout(java.time.Duration.parse(\"PT5M\")).caughtIn(\"failure\")");
    }

    @Test
    void aVersionIsTextOfTheUser() {
        assertThat(code(null, null, null, 0, "2 \"new\"")).isEqualTo(".version(\"2 \\\"new\\\"\")");
    }

    private static DecoratorsModel.Retry retry(int times, String delay, double backoff, String maxDelay) {
        return new DecoratorsModel.Retry(given(times), given(delay), given(backoff), given(maxDelay));
    }

    private static String code(DecoratorsModel.Retry retry, String timeout, String caught, int maxParallel) {
        return code(retry, timeout, caught, maxParallel, "");
    }

    private static String code(
            DecoratorsModel.Retry retry, String timeout, String caught, int maxParallel, String version) {
        CodeBlock.Builder code = CodeBlock.builder();
        Policies.add(
                code,
                new DecoratorsModel(
                        Optional.ofNullable(retry),
                        Optional.ofNullable(timeout).map(PoliciesTest::given),
                        Optional.ofNullable(caught).map(PoliciesTest::given),
                        Optional.empty(),
                        given(maxParallel),
                        version));
        code.add("\n"); // what may be wrapped is written with the end of the line
        return code.build().toString().strip().replaceAll("\\s+", " ").replace(" .", ".");
    }

    private static <T> Given<T> given(T value) {
        return new Given<>(value, NOWHERE);
    }
}
