package dev.cairn.processor.lock;

import dev.cairn.processor.lock.LockedType.Named;
import dev.cairn.processor.model.InitialValue;
import java.util.List;
import java.util.Objects;

/**
 * The code of a flow at one time: the locked one, or that of today. Immutable.
 *
 * @param schemas the types
 * @param held the names of the types that an {@code Object} of the flow may hold
 * @param initialValues what fields are made that are not stored
 */
record Version(LockedSchemas schemas, List<String> held, InitialValues initialValues) {
    /** What a class makes of a field that is not stored. */
    @FunctionalInterface
    interface InitialValues {
        /** Of a field of a type, by the name of the type in the lock file. */
        InitialValue of(String type, String field);
    }

    /** Copies the list. */
    Version {
        held = List.copyOf(held);
    }

    /** What was: nobody asks for its initial values. */
    static Version stored(LockedSchemas schemas, List<String> held) {
        return new Version(schemas, held, (type, field) -> InitialValue.UNKNOWN);
    }

    /** The block of a type. */
    Block block(Named type) {
        return Objects.requireNonNull(schemas.types().get(type.name()), type.name());
    }

    /** How a type is stored, also where an annotation on it says so. */
    LockedType resolved(LockedType type) {
        return schemas.resolved(type);
    }
}
