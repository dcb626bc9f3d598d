package dev.cairn.processor.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What may have become of the artifacts where: beyond {@link Existence}, of what does not exist, whether it once did. Not changed
 * once it is built.
 *
 * <p>Asked of a step within a loop, it may leave out the paths that come to the step a second time: what does not exist where the
 * step runs first is missing for certain, whatever the loop assigns.
 *
 * <p>Computed by sweeps over the topological order until nothing changes, as {@link Existence} is.
 */
final class Fates {
    /** No step. */
    static final int NONE = -1;

    private final DataPaths paths;
    private final ArtifactNumbers numbers;
    private final Map<Integer, StepEffect> effects;
    private final int once;
    private final FateSets[] before;
    private final FateSets[] merged;
    private final FateSets[] after;
    private final BitSet reached = new BitSet();

    /**
     * The fates in a flow.
     *
     * @param once a step to which each path comes once at most, or {@link #NONE}
     */
    Fates(DataPaths paths, ArtifactNumbers numbers, Map<Integer, StepEffect> effects, int once) {
        this.paths = paths;
        this.numbers = numbers;
        this.effects = effects;
        this.once = once;
        before = sets();
        merged = sets();
        after = sets();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int step : paths.order()) {
                changed |= update(step);
            }
        }
    }

    /** What there is when a step starts; in a join, before it merges. */
    FateSets before(int step) {
        return before[step];
    }

    /** What there is in a join that has merged all. */
    FateSets merged(int join) {
        return merged[join];
    }

    /** Whether a path leads to a step. */
    boolean isReached(int step) {
        return reached.get(step);
    }

    private FateSets[] sets() {
        FateSets[] sets = new FateSets[paths.size()];
        for (int step = 0; step < sets.length; step++) {
            sets[step] = new FateSets();
        }
        return sets;
    }

    private boolean update(int step) {
        if (paths.joins(step)) {
            arrive(step, paths.join(step));
        } else {
            if (paths.isStart(step)) {
                before[step].get(Fate.INITIAL).or(numbers.initial());
                before[step].get(Fate.UNTOUCHED).or(numbers.where(artifact -> true));
                before[step].get(Fate.UNTOUCHED).andNot(numbers.initial());
                reached.set(step);
            }
            leading(paths.into(step)).forEach(from -> {
                before[step].or(after[from]);
                reached.set(step);
            });
        }
        if (!reached.get(step)) {
            return false;
        }
        FateSets now = paths.joins(step) ? afterMerge(step) : new FateSets().or(before[step]);
        act(now, step);
        boolean changed = !now.equals(after[step]);
        after[step] = now;
        return changed;
    }

    private void arrive(int step, DataPaths.Join join) {
        List<List<FateSets>> inputs = new ArrayList<>();
        List<FateSets> branches = new ArrayList<>();
        for (List<Integer> branch : join.branches()) {
            FateSets one = new FateSets();
            leading(branch).forEach(from -> one.or(after[from]));
            if (leading(branch).findAny().isPresent()) {
                branches.add(one);
            }
        }
        if (branches.size() == join.branches().size()) {
            inputs.add(branches);
        }
        if (paths.closesForeach(step)
                && leading(List.of(join.split())).findAny().isPresent()) {
            inputs.add(List.of(after[join.split()])); // a foreach may have no elements
        }
        for (List<FateSets> input : inputs) {
            reached.set(step);
            merged[step].or(FateSets.merged(input));
            before[step].or(FateSets.dropped(input));
        }
        before[step].set(Fate.INITIAL, numbers.fixed());
        merged[step].set(Fate.INITIAL, numbers.fixed());
        merged[step].exist(Objects.requireNonNull(effects.get(step)).required());
    }

    private Stream<Integer> leading(List<Integer> steps) {
        return steps.stream().filter(step -> step != once && reached.get(step));
    }

    private FateSets afterMerge(int step) {
        StepEffect effect = Objects.requireNonNull(effects.get(step));
        FateSets now = merged[step].only(effect.mayMerge());
        BitSet left = numbers.all();
        if (!effect.catches()) {
            left.andNot(effect.mustMerge());
        }
        return now.or(before[step].only(left)).or(before[step].only(numbers.fixed()));
    }

    private void act(FateSets now, int step) {
        StepEffect effect = Objects.requireNonNull(effects.get(step));
        if (effect.unknown()) {
            now.set(Fate.ASSIGNED, numbers.all());
            return;
        }
        BitSet changed = (BitSet) now.get(Fate.INITIAL).clone();
        changed.and(effect.mayChange());
        now.get(Fate.CHANGED).or(changed);
        now.get(Fate.ASSIGNED).or(effect.mayAssign());
        if (!effect.catches()) {
            now.set(Fate.ASSIGNED, effect.mustAssign());
        }
        now.set(Fate.ASSIGNED, effect.caught());
    }
}
