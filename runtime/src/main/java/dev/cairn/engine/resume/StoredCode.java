package dev.cairn.engine.resume;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.RunId;
import dev.cairn.engine.fingerprint.ReachedCode;
import java.time.Instant;
import java.util.Optional;

/**
 * What a run keeps of the code that its steps reach, as a blob under a key of the run: runs of the same code share it. It only names what
 * changed, so a run can do without. Thread-safe.
 *
 * @param datastore the datastore
 * @param run the run
 */
public record StoredCode(Datastore datastore, RunId run) {
    private static final String PREFIX = "code:";
    private static final String KEY = PREFIX + "reached";

    /** Whether a run keeps something of its code under this key. */
    static boolean isKey(String key) {
        return key.startsWith(PREFIX);
    }

    /** Stores it, unless nothing is known. */
    public void put(ReachedCode code, Instant at) {
        if (!code.isEmpty()) {
            datastore.runs().putFile(run, KEY, datastore.blobs().put(code.bytes()), at);
        }
    }

    /** What was stored; empty if nothing was that can be read. */
    Optional<ReachedCode> find() {
        try {
            return datastore
                    .runs()
                    .file(run, KEY)
                    .map(file -> ReachedCode.parse(
                            datastore.blobs().read(file.content().address())));
        } catch (DatastoreException | IllegalArgumentException e) {
            return Optional.empty(); // it is a courtesy; no resume fails for it
        }
    }
}
