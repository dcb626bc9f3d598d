package dev.cairn.datastore.postgresql;

import dev.cairn.datastore.postgresql.Session.Column;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.RunKey;
import dev.cairn.datastore.support.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code tally}: what has to be there. Each writer counts for itself, so that none waits for another. */
final class TallyRows {
    private TallyRows() {}

    /** What is counted. */
    record Key(long run, Tally.Kind kind, String name) {}

    /** The sums over all writers; empty if the run was deleted. */
    static Optional<List<Tally>> find(Session session, RunKey run, @Nullable String step) throws SQLException {
        List<Tally> rows = session.list(
                "SELECT kind, name, entries, digest, first, last, checksum FROM tally"
                        + " WHERE run = ? AND (?::text IS NULL OR name = ?) AND EXISTS (SELECT FROM run WHERE number = tally.run)",
                row -> read(run.number(), row),
                run.number(),
                step,
                step);
        if (rows.isEmpty() && session.number("SELECT count(*) FROM run WHERE number = ?", run.number()) == 0) {
            return Optional.empty();
        }
        Map<Key, Tally> sums = new LinkedHashMap<>();
        rows.forEach(row -> sums.merge(new Key(run.number(), row.kind(), row.name()), row, Tally::plus));
        return Optional.of(List.copyOf(sums.values()));
    }

    private static Tally read(long run, ResultSet row) throws SQLException {
        try {
            Tally tally = new Tally(
                    Tally.Kind.values()[row.getInt(1)],
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    Instant.parse(row.getString(5)),
                    Instant.parse(row.getString(6)));
            if (row.getLong(7) == tally.checksum(run)) {
                return tally;
            }
        } catch (RuntimeException e) {
            // then it is not what was written
        }
        throw new DamagedRecordException("a count of the tasks of a run is damaged: its checksum is wrong");
    }

    /** Stores what a writer has counted in all. Part of a transaction. */
    static void store(Session session, String writer, Map<Key, Tally> counted) throws SQLException {
        if (counted.isEmpty()) {
            return;
        }
        List<Long> runs = new ArrayList<>();
        List<Long> kinds = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Long> entries = new ArrayList<>();
        List<Long> digests = new ArrayList<>();
        List<String> firsts = new ArrayList<>();
        List<String> lasts = new ArrayList<>();
        List<Long> checksums = new ArrayList<>();
        counted.forEach((key, tally) -> {
            runs.add(key.run());
            kinds.add((long) key.kind().ordinal());
            names.add(key.name());
            entries.add(tally.rows());
            digests.add(tally.digest());
            firsts.add(tally.first().toString());
            lasts.add(tally.last().toString());
            checksums.add(tally.checksum(key.run()));
        });
        session.update(
                "INSERT INTO tally (run, kind, name, writer, entries, digest, first, last, checksum)"
                        + " SELECT run, kind, name, ?, entries, digest, first, last, checksum"
                        + " FROM unnest(?, ?, ?, ?, ?, ?, ?, ?) AS g(run, kind, name, entries, digest, first, last, checksum)"
                        + " ON CONFLICT (run, kind, name, writer) DO UPDATE SET entries = excluded.entries,"
                        + " digest = excluded.digest, first = excluded.first, last = excluded.last, checksum = excluded.checksum",
                writer,
                Column.ofNumbers(runs),
                Column.ofNumbers(kinds),
                Column.ofTexts(names),
                Column.ofNumbers(entries),
                Column.ofNumbers(digests),
                Column.ofTexts(firsts),
                Column.ofTexts(lasts),
                Column.ofNumbers(checksums));
    }
}
