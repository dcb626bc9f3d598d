package dev.cairn.engine.resume;

import dev.cairn.runtime.definition.FlowDefinition;
import java.util.Optional;

/**
 * The code of steps as texts: two texts are equal only if a step does the same in both versions of the code. Thread-safe.
 */
@FunctionalInterface
public interface StepFingerprints {
    /** The text for a step; empty if its code cannot be read, so that its tasks are never reused. */
    Optional<String> of(String step);

    /** Those of a compiled flow. */
    static StepFingerprints of(FlowDefinition<?> definition) {
        Optional<String> flow = ClassFile.digest(definition.flowClass());
        return step -> flow;
    }
}
