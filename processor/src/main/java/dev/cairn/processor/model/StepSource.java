package dev.cairn.processor.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A step, with what only rules ask of its method and annotations. Immutable.
 *
 * @param step the step
 * @param shape what kind of method it is
 * @param decorators what the annotations beside {@code @Step} say
 * @param given where {@code @Step} gives each of the elements that it gives, by name, in the order of the source
 * @param maxParallel what {@code @Step} says
 */
public record StepSource(
        StepModel step,
        MethodShape shape,
        DecoratorsModel decorators,
        Map<String, Position> given,
        Given<Integer> maxParallel) {
    /** Copies the map. */
    public StepSource {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /** The elements of {@code @Step} that are given, of those named. */
    public List<String> givenOf(List<String> names) {
        return given.keySet().stream().filter(names::contains).toList();
    }
}
