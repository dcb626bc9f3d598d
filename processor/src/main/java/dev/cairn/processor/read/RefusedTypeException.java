package dev.cairn.processor.read;

import dev.cairn.processor.model.StoredDefinition;
import java.util.List;
import java.util.Optional;

/** Leaves the reading of a type that cannot be stored, with all that is in the way. */
final class RefusedTypeException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Refusal> refusals;
    private final transient Optional<StoredDefinition.Struct> seen;

    RefusedTypeException(Refusal refusal) {
        super(refusal.reason());
        this.refusals = List.of(refusal);
        this.seen = Optional.empty();
    }

    /**
     * Refuses a class of which the fields are known.
     *
     * @param refusals why, at least once
     * @param seen what it is made of, which may not be storable either
     */
    RefusedTypeException(List<Refusal> refusals, StoredDefinition.Struct seen) {
        super(refusals.get(0).reason());
        this.refusals = List.copyOf(refusals);
        this.seen = Optional.of(seen);
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** What the class is made of, as far as that was seen. */
    Optional<StoredDefinition.Struct> seen() {
        return seen;
    }
}
