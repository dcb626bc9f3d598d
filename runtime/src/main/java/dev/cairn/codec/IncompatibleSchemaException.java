package dev.cairn.codec;

import org.jspecify.annotations.Nullable;

/** A value was stored under another schema and cannot be read as the current type. */
public final class IncompatibleSchemaException extends CodecException {
    private static final long serialVersionUID = 1;

    public IncompatibleSchemaException(String problem) {
        super(problem);
    }

    public IncompatibleSchemaException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
