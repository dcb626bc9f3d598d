package dev.cairn.processor.model;

/** What an instance of a class has in a field that its constructor does not take, before the field is set. */
public enum InitialValue {
    /** Something that the source gives, and that is neither zero nor false. */
    GIVEN,
    /** Zero or false: nothing gives it another value. */
    NONE,
    /** It is computed, or its source is not seen. */
    UNKNOWN
}
