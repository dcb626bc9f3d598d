package dev.cairn.processor.read;

import dev.cairn.processor.model.DecoratorsModel;
import java.util.Optional;
import java.util.function.Function;

/** Reads what the annotations of a step say of how its tasks run. */
final class DecoratorReader {
    private DecoratorReader() {}

    /**
     * Reads them.
     *
     * @param step the {@code @Step} annotation
     * @param annotations finds the other annotations on the method, by their simple names
     */
    static DecoratorsModel read(Annotation step, Function<String, Optional<Annotation>> annotations) {
        return new DecoratorsModel(
                annotations.apply("Retry").map(DecoratorReader::retry),
                annotations.apply("Timeout").map(timeout -> timeout.string("value")),
                annotations.apply("Catch").map(caught -> caught.string("value")),
                annotations.apply("Resources").map(DecoratorReader::resources),
                step.integer("maxParallel"),
                step.string("version").value());
    }

    private static DecoratorsModel.Retry retry(Annotation retry) {
        return new DecoratorsModel.Retry(
                retry.integer("times"), retry.string("delay"), retry.number("backoff"), retry.string("maxDelay"));
    }

    private static DecoratorsModel.Resources resources(Annotation resources) {
        return new DecoratorsModel.Resources(
                resources.number("cpu"), resources.string("memory"), resources.integer("gpu"));
    }
}
