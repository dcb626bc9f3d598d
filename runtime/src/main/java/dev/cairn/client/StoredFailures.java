package dev.cairn.client;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.runtime.Failure;

/** StoredFailures as users get them. */
final class StoredFailures {
    private StoredFailures() {}

    static Failure of(FailureRecord record) {
        return new Failure(record.type(), record.message(), record.stackTrace());
    }
}
