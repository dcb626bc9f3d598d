package dev.cairn.codec;

import org.jspecify.annotations.Nullable;

/** A value cannot be stored. Thrown while it is being stored. */
public final class UnsupportedValueException extends CodecException {
    private static final long serialVersionUID = 1;

    public UnsupportedValueException(String problem) {
        super(problem);
    }

    public UnsupportedValueException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
