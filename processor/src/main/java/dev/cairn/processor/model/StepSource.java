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
 * @param given where {@code @Step} gives each of the elements that it gives, by name, in the order of the source
 */
public record StepSource(StepModel step, MethodShape shape, Map<String, Position> given) {
    /** Copies the map. */
    public StepSource {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /** What the annotations say of how its tasks run. */
    public DecoratorsModel decorators() {
        return step.decorators();
    }

    /** The elements of {@code @Step} that are given, of those named. */
    public List<String> givenOf(List<String> names) {
        return given.keySet().stream().filter(names::contains).toList();
    }
}
