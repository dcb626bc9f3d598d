package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.support.Tally;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a datastore object that writes is in the database: a row of the table {@code writer}, and its own rows of the table {@code tally}.
 * The row has the number of the last batch that was applied, so that whoever lost the answer to a COMMIT learns what became of it. The
 * first statement of each transaction locks the row: so a transaction that lost its client ends before the next one looks. For one thread.
 */
final class Writer {
    /** After so many steps of runs it counts under another id, so that it need not remember more. */
    private static final int MOST_TALLIES = 10_000;

    private String id = newId();
    private boolean registered;
    private final Map<TallyRows.Key, Tally> counted = new HashMap<>(); // durable
    private final Map<TallyRows.Key, Tally> added =
            new LinkedHashMap<>(); // by the current transaction; absolute once they are written

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    /**
     * What a transaction finds at its beginning.
     *
     * @param now the time by the clock of the server
     * @param store the id of the datastore
     * @param version the version of the tables
     */
    record Beginning(Instant now, String store, int version) {}

    /** Begins the transaction of a batch; empty if this very batch was applied before. */
    Optional<Beginning> begin(Session session, long batch) throws SQLException {
        if (!registered) {
            register(session);
        }
        Optional<Beginning> beginning = session.first(
                "UPDATE writer SET batch = ?, seen = clock_timestamp() WHERE writer.id = ? AND batch < ?"
                        + " RETURNING (extract(epoch FROM seen) * 1000000)::bigint, (SELECT store.id FROM store),"
                        + " (SELECT version FROM store)",
                row -> new Beginning(
                        Instant.EPOCH.plusNanos(row.getLong(1) * 1000),
                        String.valueOf(row.getString(2)),
                        row.getInt(3)),
                batch,
                id,
                batch);
        if (beginning.isEmpty()
                && session.number("SELECT count(*) FROM writer WHERE id = ?", id) == 0) { // somebody has removed it
            registered = false;
            return begin(session, batch);
        }
        if (beginning.isPresent()) {
            added.clear();
        }
        return beginning;
    }

    private void register(Session session) throws SQLException {
        session.update(
                "INSERT INTO writer (id, batch, seen) VALUES (?, 0, clock_timestamp()) ON CONFLICT DO NOTHING", id);
        session.commit();
        registered = true;
    }

    /** Counts an attempt that the current transaction stores. */
    void count(long run, Tally tally) {
        added.merge(new TallyRows.Key(run, tally.kind(), tally.name()), tally, Tally::plus);
    }

    /** Writes what the transaction has counted. Part of it, at its end. */
    void storeTallies(Session session) throws SQLException {
        Map<TallyRows.Key, Tally> sums = new LinkedHashMap<>();
        added.forEach((key, tally) -> {
            Tally before = counted.get(key);
            sums.put(key, before == null ? tally : before.plus(tally));
        });
        TallyRows.store(session, id, sums);
        added.clear();
        added.putAll(sums);
    }

    /** The transaction is durable. */
    void committed() {
        counted.putAll(added);
        added.clear();
        if (counted.size() > MOST_TALLIES) {
            counted.clear(); // the rows of the former id stay, and count
            id = newId();
            registered = false;
        }
    }
}
