package dev.cairn.datastore.support;

import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Remembers under which keys a store knows runs: numbers never change and are never used again. The epoch is that of the owner whom
 * this process met first: after another one took the run over, what is written here is fenced. Thread-safe.
 */
final class RunKeys {
    private final ConcurrentMap<RunId, RunKey> keys = new ConcurrentHashMap<>();
    private final StoreReader reader;

    RunKeys(StoreReader reader) {
        this.reader = reader;
    }

    Optional<RunKey> find(RunId run) {
        reader.requireOpen();
        RunKey known = keys.get(run);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<RunKey> found = reader.read(records -> records.run(run).map(StoredRun::key));
        found.ifPresent(key -> keys.put(run, key));
        return found;
    }

    /** @throws DatastoreException if there is no such run */
    RunKey existing(RunId run) {
        return find(run).orElseThrow(() -> DatastoreException.noSuchRun(run));
    }

    /** Notes the key of a run that is stored now: a run that was deleted and imported again has another number. */
    void renew(RunKey stored) {
        keys.computeIfPresent(stored.id(), (run, known) -> known.number() == stored.number() ? known : stored);
    }

    void forget(RunId run) {
        keys.remove(run);
    }
}
