package dev.cairn.engine;

import dev.cairn.CairnException;
import dev.cairn.datastore.FailureRecord;

/**
 * A failure that happened in another process, so that only its record is known. Its message contains the type and message of the
 * original; {@link #recorded} also has the stack trace, as text.
 */
public final class RecordedFailureException extends CairnException {
    private static final long serialVersionUID = 1;

    private final transient FailureRecord recorded;

    /**
     * For a failure that was reported to an engine.
     *
     * @param recorded type, message and stack trace of the original
     */
    public RecordedFailureException(FailureRecord recorded) {
        super(text(recorded));
        this.recorded = recorded;
    }

    private static String text(FailureRecord recorded) {
        return recorded.message().isEmpty() ? recorded.type() : recorded.type() + ": " + recorded.message();
    }

    /** Does nothing: where this object was created says nothing about the failure. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** The type and the message of the original. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // it stands for the original, and is printed as that
    public String toString() {
        return text(recorded);
    }

    /** {@return type, message and stack trace of the original} */
    public FailureRecord recorded() {
        return recorded;
    }
}
