package dev.cairn.samples.truth;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps one after the other, with what opens between them.
 *
 * @param stops in order
 */
record Sequence(List<Stop> stops) {
    /**
     * A step and what follows it before the next one.
     *
     * @param step the step
     * @param fan what opens after it
     * @param back to which stop of this sequence it may lead back, or -1
     * @param again the boolean artifact that tells whether it does
     */
    record Stop(
            StepSketch step,
            @Nullable Fan fan,
            int back,
            @Nullable String again) {}

    /** Several ways between a step and the next one. */
    sealed interface Fan {}

    /** Branches, closed by the next step, a join. */
    record Split(List<Sequence> branches) implements Fan {}

    /** One branch per element, closed by the next step, a join. */
    record Each(Variable over, Sequence branch) implements Fan {}

    /** One of two ways, told by the parameter {@code flag}; the second may be empty. */
    record Choice(Sequence yes, Sequence no) implements Fan {}

    String entry() {
        return stops.get(0).step().name;
    }
}
