package dev.cairn.engine;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.runtime.FailureText;

/** Failures as data. */
final class Failures {
    private Failures() {}

    static FailureRecord record(Throwable failure) {
        if (failure instanceof RecordedFailureException other) {
            return other.recorded();
        }
        return new FailureRecord(
                failure.getClass().getName(), FailureText.message(failure), FailureText.trace(failure));
    }
}
