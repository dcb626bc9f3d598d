package dev.cairn.codec;

import org.jspecify.annotations.Nullable;

/** A tree, such as a parameter that was set as text or JSON, does not describe a value of the type. */
public final class TreeConversionException extends CodecException {
    private static final long serialVersionUID = 1;

    public TreeConversionException(String problem) {
        super(problem);
    }

    public TreeConversionException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
