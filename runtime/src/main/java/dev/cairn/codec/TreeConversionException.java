package dev.cairn.codec;

import org.jspecify.annotations.Nullable;

/** A tree, such as a parameter that was set as text or JSON, does not describe a value of the type. */
public final class TreeConversionException extends CodecException {
    private static final long serialVersionUID = 1;

    /**
     * With a message that says what is wrong; those that pass the exception on add the path to it.
     *
     * @param problem what is wrong, without a path and without a full stop
     */
    public TreeConversionException(String problem) {
        super(problem);
    }

    /**
     * With a message that says what is wrong, and its cause, if there is one.
     *
     * @param problem what is wrong, without a path and without a full stop
     * @param cause what was thrown first; null if nothing was
     */
    public TreeConversionException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
