package dev.cairn.engine.resume;

import dev.cairn.engine.fingerprint.FlowFingerprints;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.List;
import java.util.Optional;

/**
 * The code of steps as texts: two texts are equal only if a step does the same in both versions of the code. Thread-safe.
 */
@FunctionalInterface
public interface StepFingerprints {
    /** The text for a step; empty if its code cannot be read, so that its tasks are never reused. */
    Optional<String> of(String step);

    /** What the texts do not cover, a sentence each. */
    default List<String> unseen() {
        return List.of();
    }

    /** Those of a compiled flow. They are computed when they are first asked for. */
    static StepFingerprints of(FlowDefinition<?> definition) {
        return new StepFingerprints() {
            @Override
            public Optional<String> of(String step) {
                return FlowFingerprints.of(definition).ofStep(step);
            }

            @Override
            public List<String> unseen() {
                return FlowFingerprints.of(definition).unseen();
            }
        };
    }
}
