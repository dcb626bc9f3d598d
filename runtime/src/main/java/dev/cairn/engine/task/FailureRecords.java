package dev.cairn.engine.task;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.engine.RecordedFailureException;
import dev.cairn.runtime.internal.FailureText;

/** FailureRecords as data. */
public final class FailureRecords {
    private FailureRecords() {}

    public static FailureRecord record(Throwable failure) {
        if (failure instanceof RecordedFailureException other) {
            return other.recorded();
        }
        return new FailureRecord(
                failure.getClass().getName(), FailureText.message(failure), FailureText.trace(failure));
    }
}
