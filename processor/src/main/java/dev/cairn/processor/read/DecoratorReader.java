package dev.cairn.processor.read;

import dev.cairn.processor.model.DecoratorsModel;
import java.util.Optional;
import java.util.function.Function;

/** Reads the annotations that stand beside {@code @Step}. */
final class DecoratorReader {
    private DecoratorReader() {}

    /** Reads them with a function that finds an annotation on the method, by its simple name. */
    static DecoratorsModel read(Function<String, Optional<Annotation>> annotations) {
        return new DecoratorsModel(
                annotations.apply("Retry").map(DecoratorReader::retry),
                annotations.apply("Timeout").map(timeout -> timeout.string("value")),
                annotations.apply("Catch").map(caught -> caught.string("value")),
                annotations.apply("Resources").map(DecoratorReader::resources));
    }

    private static DecoratorsModel.Retry retry(Annotation retry) {
        return new DecoratorsModel.Retry(
                retry.integer("times"), retry.string("delay"), retry.number("backoff"), retry.string("maxDelay"));
    }

    private static DecoratorsModel.Resources resources(Annotation resources) {
        return new DecoratorsModel.Resources(
                resources.number("cpu"), resources.integer("memory"), resources.integer("gpu"));
    }
}
