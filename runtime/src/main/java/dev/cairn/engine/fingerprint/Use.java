package dev.cairn.engine.fingerprint;

import org.jspecify.annotations.Nullable;

/**
 * What a unit of code uses of other code. Immutable.
 *
 * @param owner the internal name of the class by which it is used
 * @param name the name of the method or field; empty where a class is used as a whole
 * @param descriptor the descriptor of the method; empty for the others
 */
record Use(Kind kind, String owner, String name, String descriptor) {
    enum Kind {
        /** Calls a static method. */
        STATIC_CALL,
        /** Calls a constructor, or a method of this class whatever overrides it. */
        EXACT_CALL,
        /** Calls a method, or what overrides it. */
        VIRTUAL_CALL,
        /** Reads or sets a static field. */
        STATIC_FIELD,
        /** Reads an instance field. */
        READ_FIELD,
        /** Sets an instance field. */
        SET_FIELD,
        /** Makes an instance. */
        MADE,
        /** Gets values of this type from somewhere. */
        RECEIVED,
        /** Names a class. */
        NAMED
    }

    static Use of(Kind kind, String owner) {
        return new Use(kind, owner, "", "");
    }

    String key() {
        return name + descriptor;
    }

    /** Written out, as is {@link #equals}: to link those of a record takes longer than to read a small program. */
    @Override
    public int hashCode() {
        return 31 * (31 * (31 * kind.ordinal() + owner.hashCode()) + name.hashCode()) + descriptor.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Use use
                && use.kind == kind
                && use.owner.equals(owner)
                && use.name.equals(name)
                && use.descriptor.equals(descriptor);
    }
}
