package dev.cairn.datastore.support;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Remembers under which numbers the tables know runs: numbers never change and are never used again. Thread-safe. */
final class RunNumbers {
    private final ConcurrentMap<RunId, Long> numbers = new ConcurrentHashMap<>();
    private final Readers readers;

    RunNumbers(Readers readers) {
        this.readers = readers;
    }

    Optional<Long> find(RunId run) {
        readers.requireOpen();
        Long known = numbers.get(run);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Long> found =
                readers.snapshot(session -> RunRows.find(session, run).map(RunRow::number));
        found.ifPresent(number -> numbers.put(run, number));
        return found;
    }

    /** @throws DatastoreException if there is no such run */
    long existing(RunId run) {
        return find(run).orElseThrow(() -> DatastoreException.noSuchRun(run));
    }

    void forget(RunId run) {
        numbers.remove(run);
    }
}
