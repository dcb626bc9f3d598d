package dev.cairn.engine.resume;

import dev.cairn.engine.fingerprint.FlowFingerprints;
import dev.cairn.engine.fingerprint.ReachedCode;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** What the steps reach, to name what changed; empty if only the texts are known. */
    default Optional<ReachedCode> reached() {
        return Optional.empty();
    }

    /** Those of a compiled flow. They are computed when they are first asked for. */
    static StepFingerprints of(FlowDefinition<?> definition) {
        return of(definition, Set.of());
    }

    /**
     * Those of a compiled flow. They are computed when they are first asked for.
     *
     * @param packages packages that are entered too, as {@link FlowFingerprints#of(FlowDefinition, Set)} says
     */
    static StepFingerprints of(FlowDefinition<?> definition, Set<String> packages) {
        return new StepFingerprints() {
            private @Nullable FlowFingerprints computed;

            private synchronized FlowFingerprints computed() {
                if (computed == null) {
                    computed = FlowFingerprints.of(definition, packages);
                }
                return computed;
            }

            @Override
            public Optional<String> of(String step) {
                return computed().ofStep(step);
            }

            @Override
            public Optional<ReachedCode> reached() {
                return Optional.of(computed().reached());
            }

            @Override
            public List<String> unseen() {
                return computed().unseen();
            }
        };
    }
}
