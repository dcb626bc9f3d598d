package dev.cairn.codec;

import org.jspecify.annotations.Nullable;

/** A value cannot be stored. Thrown while it is being stored. */
public final class UnsupportedValueException extends CodecException {
    private static final long serialVersionUID = 1;

    /**
     * With a message that says what is wrong; those that pass the exception on add the path to it.
     *
     * @param problem what is wrong, without a path and without a full stop
     */
    public UnsupportedValueException(String problem) {
        super(problem);
    }

    /**
     * With a message that says what is wrong, and its cause, if there is one.
     *
     * @param problem what is wrong, without a path and without a full stop
     * @param cause what was thrown first; null if nothing was
     */
    public UnsupportedValueException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
