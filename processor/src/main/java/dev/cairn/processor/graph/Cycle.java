package dev.cairn.processor.graph;

import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel.Target;
import java.util.List;

/**
 * A path that goes round and makes no loop. Immutable.
 *
 * @param why what keeps it from being one
 * @param steps its steps, of which the last leads back to the first
 * @param target where the last one names the first
 * @param last the last step
 */
public record Cycle(Why why, List<String> steps, Target target, StepModel last) {
    /** Why a cycle is no loop. */
    public enum Why {
        /** It has no switch, so there is nothing that could ever leave it. */
        NOTHING_CHOOSES,
        /** The last step can be reached without the first. */
        ENTERED_IN_THE_MIDDLE,
        /** The last step opens branches, and one of these leads back. */
        OPENS_BRANCHES
    }
}
