package dev.cairn.processor.graph;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which artifacts exist where: on some path (<em>may</em>), or on every path (<em>must</em>). Not changed once it is built.
 *
 * <p>A join starts with parameters and constants only. What comes in is what {@code mergeInto} can choose from: of a static split
 * what any branch has, since all branches come in; of a foreach what its tasks have and, since there may be no element, what the
 * step has that opened it.
 *
 * <p>A step whose code is unknown may make anything exist, and is trusted to: nobody is warned of what cannot be seen.
 *
 * <p>Computed by sweeps over the topological order until nothing changes; for each level of nested loops that takes about one.
 */
final class Existence {
    private final DataPaths paths;
    private final ArtifactNumbers numbers;
    private final Map<Integer, StepEffect> effects;
    private final boolean must;
    private final BitSet[] before;
    private final BitSet[] arriving;
    private final BitSet[] after;

    private Existence(DataPaths paths, ArtifactNumbers numbers, Map<Integer, StepEffect> effects, boolean must) {
        this.paths = paths;
        this.numbers = numbers;
        this.effects = effects;
        this.must = must;
        before = sets();
        arriving = sets();
        after = sets();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int step : paths.order()) {
                changed |= update(step);
            }
        }
    }

    /** What exists on some path. */
    static Existence may(DataPaths paths, ArtifactNumbers numbers, Map<Integer, StepEffect> effects) {
        return new Existence(paths, numbers, effects, false);
    }

    /** What exists on every path. */
    static Existence must(DataPaths paths, ArtifactNumbers numbers, Map<Integer, StepEffect> effects) {
        return new Existence(paths, numbers, effects, true);
    }

    /** What exists when a step starts. */
    BitSet before(int step) {
        return before[step];
    }

    /** What the branches bring to a join. */
    BitSet arriving(int join) {
        return arriving[join];
    }

    /** What exists after a step. */
    BitSet after(int step) {
        return after[step];
    }

    private BitSet[] sets() {
        BitSet[] sets = new BitSet[paths.size()];
        for (int step = 0; step < sets.length; step++) {
            sets[step] = nothingKnown();
        }
        return sets;
    }

    /** Nothing, as long as no path is known that brings it; all, as long as no path is known that lacks it. */
    private BitSet nothingKnown() {
        return must ? numbers.all() : new BitSet();
    }

    private boolean update(int step) {
        BitSet now;
        if (paths.joins(step)) {
            arriving[step] = arrivingAt(paths.join(step), paths.closesForeach(step));
            before[step] = numbers.fixed();
            now = afterJoin(step, Objects.requireNonNull(effects.get(step)));
        } else {
            before[step] = beforeStep(step);
            now = afterStep(step, Objects.requireNonNull(effects.get(step)));
        }
        boolean changed = !now.equals(after[step]);
        after[step] = now;
        return changed;
    }

    private BitSet beforeStep(int step) {
        BitSet set = paths.isStart(step) ? numbers.initial() : nothingKnown();
        paths.into(step).forEach(from -> meet(set, after[from]));
        return set;
    }

    private void meet(BitSet set, BitSet other) {
        if (must) {
            set.and(other);
        } else {
            set.or(other);
        }
    }

    private BitSet arrivingAt(DataPaths.Join join, boolean foreach) {
        BitSet all = new BitSet();
        for (List<Integer> branch : join.branches()) {
            BitSet one = nothingKnown();
            branch.forEach(from -> meet(one, after[from]));
            all.or(one);
        }
        if (foreach) {
            meet(all, after[join.split()]);
        }
        return all;
    }

    private BitSet afterStep(int step, StepEffect effect) {
        BitSet set = (BitSet) before[step].clone();
        return assign(set, effect);
    }

    private BitSet afterJoin(int step, StepEffect effect) {
        BitSet set = (BitSet) arriving[step].clone();
        if (must) {
            set.and(effect.mustMerge());
            set.or(effect.required());
        } else {
            set.and(effect.mayMerge());
        }
        if (must && effect.catches()) {
            set.clear(); // it may have failed before it merged
        }
        set.or(before[step]);
        return assign(set, effect);
    }

    private BitSet assign(BitSet set, StepEffect effect) {
        if (effect.unknown()) {
            return numbers.all();
        } else if (!must) {
            set.or(effect.mayAssign());
        } else if (!effect.catches()) {
            set.or(effect.mustAssign());
        }
        set.or(effect.caught());
        return set;
    }
}
