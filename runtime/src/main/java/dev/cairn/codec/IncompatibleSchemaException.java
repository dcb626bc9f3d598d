package dev.cairn.codec;

import org.jspecify.annotations.Nullable;

/** What was stored has another shape than the classes of today, and no rule leads from one to the other. */
public final class IncompatibleSchemaException extends CodecException {
    private static final long serialVersionUID = 1;

    public IncompatibleSchemaException(String problem) {
        super(problem);
    }

    public IncompatibleSchemaException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
