package dev.cairn.processor.model;

/**
 * A place in the code of a step that changes a value in place, as the code shows: {@code list.add(..)}, {@code array[0] = ..},
 * {@code object.member++}. Lives no longer than the round. Immutable.
 *
 * @param of what the value is
 * @param name the name of the field, of the parameter that takes the item, or of the artifact of an input
 * @param certain whether it is this value for sure
 * @param sometimesKept whether, of an item or an input, something that stays may have it, though not on all paths of the step
 * @param through the helper method that the step calls and that changes it; empty if the step does
 * @param position the change; where a helper changes what it is passed, the argument
 */
public record ValueChange(
        Of of, String name, boolean certain, boolean sometimesKept, String through, Position position) {
    /** What is changed. */
    public enum Of {
        /** What an artifact, parameter or constant has before the step assigns it. */
        FIELD,
        /** An {@code @Item}: a copy. */
        ITEM,
        /** An artifact of an input of a join: a copy. */
        INPUT
    }
}
