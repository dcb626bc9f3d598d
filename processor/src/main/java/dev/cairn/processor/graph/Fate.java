package dev.cairn.processor.graph;

import java.util.Set;

/** What may have become of an artifact on a path to a place in a flow. */
public enum Fate {
    /** It exists, with its initial value. */
    INITIAL(true),
    /** It exists, with its initial value, which a step may have changed in place. */
    CHANGED(true),
    /** It exists, and a step has assigned it. */
    ASSIGNED(true),
    /** It does not exist, and no step has assigned it: the field has the value with which it begins. */
    UNTOUCHED(false),
    /** It does not exist: a step may have changed its initial value in place, and a join has dropped it. */
    FORGOTTEN(false),
    /** It does not exist: a step has assigned it, and a join has dropped it. */
    LOST(false);

    private final boolean exists;

    Fate(boolean exists) {
        this.exists = exists;
    }

    /** Whether the artifact exists. */
    public boolean exists() {
        return exists;
    }

    /** Whether the artifact exists on one path at least. */
    public static boolean mayExist(Set<Fate> fates) {
        return fates.stream().anyMatch(Fate::exists);
    }

    /** Whether the artifact exists on every path. */
    public static boolean mustExist(Set<Fate> fates) {
        return fates.stream().allMatch(Fate::exists);
    }
}
