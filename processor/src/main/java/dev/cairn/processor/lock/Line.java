package dev.cairn.processor.lock;

import dev.cairn.processor.model.StoredDefinition.Fallback;
import java.util.List;
import java.util.Optional;

/**
 * A line of a {@link Block}. Immutable.
 *
 * @param use what the line is about
 * @param type the type of an artifact or field; empty for all else
 * @param name the name of the artifact, field or constant; of a subtype, codec or class the name of the type
 * @param formerNames names under which older runs stored it
 * @param fallback what {@code @Default} says of a field
 */
record Line(Use use, Optional<LockedType> type, String name, List<String> formerNames, Optional<Fallback> fallback) {
    /** What a line is about. */
    enum Use {
        /** What the block is made of. */
        MEMBER,
        /** An artifact or field that is gone, but that older runs have. */
        REMOVED,
        /** A type that an {@code Object} of the flow may hold. */
        HELD
    }

    /** Copies the list. */
    Line {
        formerNames = List.copyOf(formerNames);
    }

    /** An artifact or field. */
    static Line typed(LockedType type, String name, List<String> formerNames, Optional<Fallback> fallback) {
        return new Line(Use.MEMBER, Optional.of(type), name, formerNames, fallback);
    }

    /** A constant, or a type. */
    static Line named(String name, List<String> formerNames) {
        return new Line(Use.MEMBER, Optional.empty(), name, formerNames, Optional.empty());
    }

    /** A type that an {@code Object} may hold. */
    static Line held(String name) {
        return new Line(Use.HELD, Optional.empty(), name, List.of(), Optional.empty());
    }

    /** The artifact or field, once it is gone. */
    Line gone() {
        return new Line(Use.REMOVED, type, name, formerNames, Optional.empty());
    }

    /** The type of an artifact or field. */
    LockedType typed() {
        return type.orElseThrow();
    }

    /** Whether the stored name is, or was, that of this line. */
    boolean isNamed(String stored) {
        return name.equals(stored) || formerNames.contains(stored);
    }
}
