package dev.cairn.processor.graph;

import java.util.BitSet;
import java.util.Map;
import java.util.Objects;

/**
 * Which artifacts may differ from what they were when the innermost branch around a step began. Not changed once it is built.
 *
 * <p>Steps whose code is unknown are taken to change nothing: nobody is warned of what cannot be seen.
 */
final class Divergence {
    private final DataPaths paths;
    private final Map<Integer, StepEffect> effects;
    private final BitSet[] after;

    Divergence(DataPaths paths, Map<Integer, StepEffect> effects) {
        this.paths = paths;
        this.effects = effects;
        after = new BitSet[paths.size()];
        for (int step = 0; step < after.length; step++) {
            after[step] = new BitSet();
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int step : paths.order()) {
                changed |= update(step);
            }
        }
    }

    /** What may differ after a step. */
    BitSet after(int step) {
        return after[step];
    }

    private boolean update(int step) {
        StepEffect effect = Objects.requireNonNull(effects.get(step));
        BitSet now = paths.joins(step) ? merged(paths.join(step), effect) : carried(step);
        now.or(effect.mayAssign());
        now.or(effect.changes());
        now.or(effect.caught());
        boolean changed = !now.equals(after[step]);
        after[step] = now;
        return changed;
    }

    private BitSet carried(int step) {
        BitSet carried = new BitSet();
        paths.into(step).stream().filter(from -> !paths.splits(from)).forEach(from -> carried.or(after[from]));
        return carried;
    }

    /** What the join passes on differs if a branch changed it, or if it differed before the branches began. */
    private BitSet merged(DataPaths.Join join, StepEffect effect) {
        BitSet merged = (BitSet) after[join.split()].clone();
        join.branches().forEach(branch -> branch.forEach(from -> merged.or(after[from])));
        merged.and(effect.mayMerge());
        return merged;
    }
}
