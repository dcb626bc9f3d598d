package dev.cairn.processor.write.run;

import com.palantir.javapoet.CodeBlock;
import dev.cairn.processor.model.DecoratorsModel;
import dev.cairn.processor.model.DecoratorsModel.Resources;
import dev.cairn.processor.model.DecoratorsModel.Retry;
import dev.cairn.processor.write.context.RuntimeClasses;
import java.time.Duration;

/** Writes how the tasks of a step run, where that is not as usual. */
final class Policies {
    private static final int MOST_BYTES = 80;

    private Policies() {}

    /** About how many bytes of bytecode that takes. */
    static int bytes(DecoratorsModel decorators) {
        boolean usual = decorators.retry().isEmpty()
                && decorators.timeout().isEmpty()
                && decorators.caught().isEmpty()
                && decorators.resources().isEmpty()
                && decorators.maxParallel().value() == 0
                && decorators.version().isEmpty();
        return usual ? 0 : MOST_BYTES;
    }

    /** Adds it to the expression of a step. */
    static void add(CodeBlock.Builder code, DecoratorsModel decorators) {
        if (decorators.maxParallel().value() > 0) {
            code.add(".maxParallel($L)", decorators.maxParallel().value());
        }
        if (!decorators.version().isEmpty()) {
            line(code, CodeBlock.of(".version($S)", decorators.version()));
        }
        decorators
                .retry()
                .filter(retry -> retry.times().value() > 0)
                .ifPresent(retry -> line(code, CodeBlock.of(".retry($L)", retries(retry))));
        decorators.timeout().ifPresent(timeout -> line(code, CodeBlock.of(".timeout($L)", duration(timeout.value()))));
        decorators.resources().ifPresent(resources -> line(code, CodeBlock.of(".resources($L)", resources(resources))));
        decorators.caught().ifPresent(caught -> line(code, CodeBlock.of(".caughtIn($S)", caught.value())));
    }

    private static CodeBlock resources(Resources resources) {
        return CodeBlock.of(
                "new $T($L, $S, $L)",
                RuntimeClasses.RESOURCES,
                number(resources.cpu().value()),
                resources.memory().value(),
                resources.gpu().value());
    }

    private static void line(CodeBlock.Builder code, CodeBlock call) {
        code.add("\n$>$>$L$<$<", call);
    }

    private static CodeBlock retries(Retry retry) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$T.of($L)", RuntimeClasses.RETRIES, retry.times().value());
        if (!Duration.parse(retry.delay().value()).isZero()) {
            code.add("$Z.delay($L)", duration(retry.delay().value()));
        }
        if (retry.backoff().value() != 1) {
            code.add("$Z.backoff($L)", number(retry.backoff().value()));
        }
        if (!retry.maxDelay().value().isEmpty()) {
            code.add("$Z.maxDelay($L)", duration(retry.maxDelay().value()));
        }
        return code.build();
    }

    private static CodeBlock duration(String text) {
        return CodeBlock.of("$T.parse($S)", Duration.class, text);
    }

    private static CodeBlock number(double number) {
        if (Double.isInfinite(number)) {
            return CodeBlock.of("$T.POSITIVE_INFINITY", Double.class);
        }
        return number == Math.rint(number) && number < 1_000_000
                ? CodeBlock.of("$L", (long) number)
                : CodeBlock.of("$L", number);
    }
}
