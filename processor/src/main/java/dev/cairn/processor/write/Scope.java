package dev.cairn.processor.write;

import java.util.BitSet;
import java.util.Optional;

/**
 * Members that several generated types have in common, because the same artifacts, or more, can exist there. A scope adds its
 * own artifacts to those of its parent, so that an accessor is written once and not once per type. Not thread-safe: it is
 * filled in while {@link Scopes} are computed.
 */
final class Scope {
    private final String first;
    private final BitSet all;
    private final Optional<Scope> parent;
    private int heirs;

    Scope(String first, BitSet all, Optional<Scope> parent) {
        this.first = first;
        this.all = all;
        this.parent = parent;
        parent.ifPresent(Scope::addHeir);
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
    Optional<Scope> parent() {
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
