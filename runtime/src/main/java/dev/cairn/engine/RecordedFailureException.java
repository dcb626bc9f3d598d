package dev.cairn.engine;

import dev.cairn.CairnException;
import dev.cairn.datastore.FailureRecord;

/**
 * A failure of which only the record is known, since it happened in another process. Its text is that of the original; where it
 * was thrown stands in {@link #recorded}, as text.
 */
public final class RecordedFailureException extends CairnException {
    private static final long serialVersionUID = 1;

    private final transient FailureRecord recorded;

    /** For a failure that an engine was told of. */
    public RecordedFailureException(FailureRecord recorded) {
        super(text(recorded));
        this.recorded = recorded;
    }

    private static String text(FailureRecord recorded) {
        return recorded.message().isEmpty() ? recorded.type() : recorded.type() + ": " + recorded.message();
    }

    /** Where this object was made says nothing of the failure. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** Type, message and stack trace of the original. */
    public FailureRecord recorded() {
        return recorded;
    }
}
