package dev.cairn.processor.lock;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the lock file says of a flow, or of a type. Immutable.
 *
 * @param kind what it is
 * @param name the binary name of the class, with type arguments if it is generic
 * @param formerNames names that it had before
 * @param lines what it is made of
 */
record Block(Kind kind, String name, List<String> formerNames, List<Line> lines) {
    /** What a block is about. */
    enum Kind {
        FLOW("flow"),
        /** A record too. */
        CLASS("record or class"),
        ENUM("enum"),
        SEALED("sealed type"),
        /** A type with {@code @Codec}. */
        CODEC("type with `@Codec`"),
        /** A type with {@code @Opaque}. */
        OPAQUE("type with `@Opaque`");

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }

        /** The word that the block begins with. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What messages call it. */
        String noun() {
            return noun;
        }

        /** Whether its lines have types. */
        boolean hasTypes() {
            return this == FLOW || this == CLASS;
        }
    }

    /** Copies the lists. */
    Block {
        formerNames = List.copyOf(formerNames);
        lines = List.copyOf(lines);
    }

    String rawName() {
        return TypeNames.raw(name);
    }

    /** What it is made of today. */
    List<Line> members() {
        return lines(Line.Use.MEMBER);
    }

    /** What it was made of. */
    List<Line> removed() {
        return lines(Line.Use.REMOVED);
    }

    /** The names of the types that an {@code Object} of the flow may hold. */
    List<String> held() {
        return lines(Line.Use.HELD).stream().map(Line::name).toList();
    }

    private List<Line> lines(Line.Use use) {
        return lines.stream().filter(line -> line.use() == use).toList();
    }

    /** The member of today that has, or had, a name; first the one that has it. */
    Optional<Line> member(String stored) {
        return Stream.concat(
                        members().stream().filter(line -> line.name().equals(stored)),
                        members().stream().filter(line -> line.isNamed(stored)))
                .findFirst();
    }

    /** Whether a stored type of that raw name is this one. */
    boolean isNamed(String rawStored) {
        return rawName().equals(rawStored) || formerNames.contains(rawStored);
    }
}
