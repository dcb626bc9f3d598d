package dev.cairn.client;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.runtime.Failure;

/** Failures as users get them. */
final class Failures {
    private Failures() {}

    static Failure of(FailureRecord record) {
        return new Failure(record.type(), record.message(), record.stackTrace());
    }
}
