package dev.cairn.processor.write.view;

import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.write.context.StepOrder;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Which artifacts the view of each step offers: those that can exist after it.
 *
 * <p>Where joins drop different artifacts again and again, hardly two views have a superclass in common, and the accessors would
 * be as many as steps times artifacts. From {@link #FEW} accessors on, what is generated grows with steps plus artifacts only:
 * where it would not, views offer all that may have been assigned before, dropped or not; what is absent then says so when it is
 * asked for.
 */
public final class OfferedArtifacts {
    private static final int FEW = 1_000;
    private static final int FACTOR = 4;

    private OfferedArtifacts() {}

    /** The artifacts by the names of the steps, as bit sets of their numbers. */
    public static Map<String, BitSet> of(StepOrder order, DataFlow data) {
        Map<String, BitSet> existing = each(order, data::existingAfter);
        int size = order.steps().size() + data.flow().artifacts().size();
        return AccessorGroups.of(existing).accessors() <= Math.max(FEW, FACTOR * size)
                ? existing
                : each(order, data::assignedUpTo);
    }

    private static Map<String, BitSet> each(StepOrder order, Function<StepModel, BitSet> artifacts) {
        Map<String, BitSet> sets = new HashMap<>();
        order.steps().forEach(step -> sets.put(step.name(), artifacts.apply(step)));
        return sets;
    }
}
