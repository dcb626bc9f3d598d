package dev.cairn.processor.write.view;

import java.util.BitSet;
import java.util.Optional;

/**
 * Members that several generated types have in common, because the same artifacts, or more, can exist there. A scope
 * adds its own artifacts to those of the one it inherits from, so that an accessor is not written once per type. Not
 * thread-safe: it is filled in while {@link AccessorGroups} are computed.
 */
final class AccessorGroup {
    /**
     * How many scopes inherit from each other in a row. Javac takes a time for each class that grows with the number of
     * its superclasses, so that 200 in a row would make it slower than the flow itself does.
     */
    private static final int ROW = 16;

    private final String first;
    private final BitSet all;
    private final Optional<AccessorGroup> within;
    private final int depth;
    private final Optional<AccessorGroup> parent;
    private int heirs;

    /**
     * A scope.
     *
     * @param first the first step, or join, with these artifacts
     * @param all all artifacts, by number
     * @param within the largest scope whose artifacts are among them
     */
    AccessorGroup(String first, BitSet all, Optional<AccessorGroup> within) {
        this.first = first;
        this.all = all;
        this.within = within;
        this.depth = within.map(outer -> outer.depth + 1).orElse(0);
        this.parent = within.map(outer -> outer.at(parentDepth(depth)));
        parent.ifPresent(AccessorGroup::addHeir);
    }

    /**
     * The depth of the scope from which one at {@code depth} inherits: the one above; but at the end of each row, the
     * one at that end of a row whose number lacks the lowest bit of this one's, as in a Fenwick tree. So there are few
     * superclasses, and an artifact is written but a few times more.
     */
    private static int parentDepth(int depth) {
        int row = depth / ROW;
        return depth % ROW != 0 ? depth - 1 : (row - Integer.lowestOneBit(row)) * ROW;
    }

    private AccessorGroup at(int wanted) {
        AccessorGroup scope = this;
        while (scope.depth > wanted) {
            scope = scope.within.orElseThrow();
        }
        return scope;
    }

    /** Counts a type, or another scope, that has all that is in this one. */
    void addHeir() {
        heirs++;
    }

    /** The first step, or join, with these artifacts. */
    String first() {
        return first;
    }

    /** All artifacts, by number. */
    BitSet all() {
        return all;
    }

    /** The scope from which this one inherits. */
    Optional<AccessorGroup> parent() {
        return parent;
    }

    /** The artifacts that the parent lacks. */
    BitSet own() {
        BitSet own = (BitSet) all.clone();
        parent.ifPresent(inherited -> own.andNot(inherited.all));
        return own;
    }

    /** Whether it is worth a type of its own: else its only heir holds its members. */
    boolean isShared() {
        return heirs > 1;
    }
}
