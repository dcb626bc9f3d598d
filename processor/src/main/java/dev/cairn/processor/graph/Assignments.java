package dev.cairn.processor.graph;

import java.util.BitSet;
import java.util.function.IntFunction;

/**
 * To which artifacts a step that runs earlier may have done something, whether a join passed them on or not: assigned them, say.
 * Not changed once it is built.
 */
final class Assignments {
    private final BitSet[] before;
    private final BitSet[] after;

    /**
     * What is done in a flow.
     *
     * @param assigned to what each step may do it
     */
    Assignments(DataPaths paths, IntFunction<BitSet> assigned) {
        before = sets(paths.size());
        after = sets(paths.size());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int step : paths.order()) {
                paths.into(step).forEach(from -> before[step].or(after[from]));
                BitSet now = (BitSet) before[step].clone();
                now.or(assigned.apply(step));
                changed |= !now.equals(after[step]);
                after[step] = now;
            }
        }
    }

    private static BitSet[] sets(int size) {
        BitSet[] sets = new BitSet[size];
        for (int step = 0; step < size; step++) {
            sets[step] = new BitSet();
        }
        return sets;
    }

    /** To what it may be done before a step starts. */
    BitSet before(int step) {
        return before[step];
    }
}
