package dev.cairn.processor.graph;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which artifacts, by number, may have which fate at one place. Mutable, used by one analysis. */
final class FateSets {
    private final Map<Fate, BitSet> sets = new EnumMap<>(Fate.class);

    FateSets() {
        for (Fate fate : Fate.values()) {
            sets.put(fate, new BitSet());
        }
    }

    /** The artifacts that may have a fate. */
    BitSet get(Fate fate) {
        return Objects.requireNonNull(sets.get(fate));
    }

    /** What may have become of an artifact. */
    Set<Fate> of(int artifact) {
        Set<Fate> fates = EnumSet.noneOf(Fate.class);
        sets.forEach((fate, artifacts) -> {
            if (artifacts.get(artifact)) {
                fates.add(fate);
            }
        });
        return fates;
    }

    /** The artifacts that may not exist. */
    BitSet absent() {
        return either(Fate.UNTOUCHED, either(Fate.FORGOTTEN, get(Fate.LOST)));
    }

    /** What holds here or at another place. */
    FateSets or(FateSets other) {
        other.sets.forEach((fate, artifacts) -> get(fate).or(artifacts));
        return this;
    }

    /** What holds here, for some artifacts only. */
    FateSets only(BitSet artifacts) {
        FateSets part = new FateSets();
        part.or(this);
        part.sets.values().forEach(set -> set.and(artifacts));
        return part;
    }

    /** Artifacts have this fate on every path. */
    void set(Fate fate, BitSet artifacts) {
        sets.values().forEach(set -> set.andNot(artifacts));
        get(fate).or(artifacts);
    }

    /** Artifacts exist. */
    void exist(BitSet artifacts) {
        for (Fate fate : Fate.values()) {
            if (!fate.exists()) {
                get(fate).andNot(artifacts);
            }
        }
    }

    /** What a join has of its branches that merges all. */
    static FateSets merged(List<FateSets> branches) {
        FateSets merged = new FateSets();
        branches.forEach(merged::or);
        BitSet absent = merged.absent();
        BitSet untouched = (BitSet) merged.get(Fate.UNTOUCHED).clone();
        branches.forEach(branch -> {
            absent.and(branch.absent());
            untouched.and(branch.get(Fate.UNTOUCHED));
        });
        merged.get(Fate.UNTOUCHED).and(untouched);
        merged.get(Fate.FORGOTTEN).and(absent);
        merged.get(Fate.LOST).and(absent);
        return merged;
    }

    /** What a join has of its branches that merges nothing. */
    static FateSets dropped(List<FateSets> branches) {
        FateSets dropped = new FateSets();
        BitSet untouched = dropped.get(Fate.UNTOUCHED);
        for (FateSets branch : branches) {
            dropped.get(Fate.LOST).or(branch.either(Fate.ASSIGNED, branch.get(Fate.LOST)));
            dropped.get(Fate.FORGOTTEN).or(branch.either(Fate.CHANGED, branch.get(Fate.FORGOTTEN)));
            untouched.or(branch.either(Fate.INITIAL, branch.get(Fate.UNTOUCHED)));
        }
        branches.forEach(branch -> untouched.and(branch.either(Fate.INITIAL, branch.get(Fate.UNTOUCHED))));
        return dropped;
    }

    private BitSet either(Fate fate, BitSet others) {
        BitSet either = (BitSet) get(fate).clone();
        either.or(others);
        return either;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FateSets that && sets.equals(that.sets);
    }

    @Override
    public int hashCode() {
        return sets.hashCode();
    }
}
