package dev.cairn.samples.truth;

import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The objects of the branches that a plain join closes, merged by the rules as they are written. Used by one thread.
 *
 * @param <F> the plain class
 */
public final class PlainInputs<F extends PlainFlow> implements Iterable<F> {
    private final F split;
    private final List<F> branches;

    PlainInputs(F split, List<F> branches) {
        this.split = split;
        this.branches = branches;
    }

    /** How many. */
    public int size() {
        return branches.size();
    }

    /** One of them. */
    public F get(int index) {
        return branches.get(index);
    }

    /** All of them. */
    public Stream<F> stream() {
        return branches.stream();
    }

    @Override
    public Iterator<F> iterator() {
        return branches.iterator();
    }

    /** Passes on to the join what the branches agree on. */
    public void mergeInto(F join) {
        mergeInto(join, PlainMerge.ALL);
    }

    /** Passes on to the join what is selected and the branches agree on. */
    public void mergeInto(F join, PlainMerge selection) {
        Map<String, F> sources = new LinkedHashMap<>();
        Set<String> conflicts = new TreeSet<>();
        for (String artifact : join.artifacts()) {
            if (!selection.selects(artifact) || join.isSetBeforeMerge(artifact)) {
                continue;
            }
            List<F> holders = (branches.isEmpty() ? List.of(split) : branches)
                    .stream()
                            .filter(branch -> branch.existing.contains(artifact))
                            .toList();
            long contents = holders.stream()
                    .map(branch -> branch.content(artifact))
                    .distinct()
                    .count();
            if (contents > 1 || contents == 0 && selection.only()) {
                conflicts.add(artifact);
            } else if (contents == 1) {
                sources.put(artifact, holders.get(0));
            }
        }
        if (!conflicts.isEmpty()) {
            throw new PlainConflict(conflicts);
        }
        Map<F, Copier> copiers = new IdentityHashMap<>();
        sources.forEach((artifact, source) ->
                join.merge(artifact, source, copiers.computeIfAbsent(source, key -> new Copier())));
    }

    /** After the join: notes what it did not pass on although a branch, or the split, held something else. */
    void noteLost(F join) {
        List<F> holders = branches.isEmpty() ? List.of(split) : branches;
        join.lost.addAll(join.artifacts().stream()
                .filter(artifact -> !join.isSet(artifact))
                .filter(artifact -> holders.stream()
                        .anyMatch(holder -> holder.existing.contains(artifact)
                                && !holder.content(artifact).equals(join.content(artifact))))
                .collect(Collectors.toSet()));
    }

    /** A copy of all, for an attempt that will fail. */
    PlainInputs<F> copy() {
        return new PlainInputs<>(
                copyOf(split), branches.stream().map(PlainInputs::copyOf).toList());
    }

    @SuppressWarnings("unchecked")
    private static <F extends PlainFlow> F copyOf(F flow) {
        return (F) flow.copy(new Copier());
    }

    /** The branches disagree. */
    static final class PlainConflict extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Set<String> artifacts;

        PlainConflict(Set<String> artifacts) {
            super("branches disagree on " + artifacts);
            this.artifacts = artifacts;
        }

        Set<String> artifacts() {
            return artifacts;
        }
    }
}
