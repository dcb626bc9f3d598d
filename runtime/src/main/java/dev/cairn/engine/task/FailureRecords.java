package dev.cairn.engine.task;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.engine.RecordedFailureException;
import dev.cairn.runtime.internal.FailureText;
import dev.cairn.runtime.internal.HiddenTexts;

/** FailureRecords as data. */
public final class FailureRecords {
    private FailureRecords() {}

    /** A failure without what is hidden. */
    public static FailureRecord record(Throwable failure, HiddenTexts hidden) {
        if (failure instanceof RecordedFailureException other) {
            return other.recorded();
        }
        return new FailureRecord(
                failure.getClass().getName(), FailureText.message(failure, hidden), FailureText.trace(failure, hidden));
    }
}
