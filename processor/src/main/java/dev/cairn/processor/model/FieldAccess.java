package dev.cairn.processor.model;

/**
 * A place in the code of a step that reads or assigns a field of the flow. Lives no longer than the round. Immutable.
 *
 * @param field the name of the field
 * @param kind what happens to it
 * @param certain whether it is this field for sure: in the body of a class within the step, a field or method that the class
 *     inherits may be meant
 * @param assigned whether the step has assigned the field before
 * @param merged whether the step has called a {@code mergeInto} that takes the field before
 * @param through the helper method that the step calls and that leads here; empty if the place is in the step itself
 * @param places how many places say the same, this one and those for which it stands
 * @param position the identifier
 */
public record FieldAccess(
        String field,
        Kind kind,
        boolean certain,
        Before assigned,
        Before merged,
        String through,
        int places,
        Position position) {
    /** What happens to a field. */
    public enum Kind {
        /** It is read, or changed in place, which looks the same. */
        READ,
        /** It is compared with {@code null}, or read where it was found not to be {@code null}. */
        GUARDED,
        /** It is read and assigned by one operator, such as {@code +=} or {@code ++}. */
        UPDATE,
        /** It is assigned. */
        ASSIGNMENT
    }

    /** On which of the paths that lead to a place something has happened. */
    public enum Before {
        /** On none. */
        NEVER,
        /** On some, or later than the place if that may run later still, as a lambda does. */
        MAYBE,
        /** On all. */
        ALWAYS
    }
}
