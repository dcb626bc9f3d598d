package dev.cairn.processor.graph;

import java.util.BitSet;
import java.util.function.IntFunction;

/**
 * Which artifacts a step that runs earlier may have assigned, whether a join passed them on or not. Not changed once it is built.
 */
final class Assignments {
    private final BitSet[] before;
    private final BitSet[] after;

    /**
     * The assignments of a flow.
     *
     * @param assigned what each step may assign
     */
    Assignments(DataWays ways, IntFunction<BitSet> assigned) {
        before = sets(ways.size());
        after = sets(ways.size());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int step : ways.order()) {
                ways.into(step).forEach(from -> before[step].or(after[from]));
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

    /** What may be assigned before a step starts. */
    BitSet before(int step) {
        return before[step];
    }
}
