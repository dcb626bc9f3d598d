package dev.cairn.datastore.file;

import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table {@code tally}: what has to be there. */
final class TallyRows {
    private static final String COLUMNS =
            "SELECT kind, name, entries, digest, first, last, checksum FROM tally WHERE run = ? ";

    private TallyRows() {}

    /** Whether the attempts of a run are counted: it was not deleted, and the format of the store has counts. */
    static boolean areKept(Session session, long run) throws SQLException {
        return session.first("SELECT tallies FROM run WHERE number = ?", row -> row.getLong(1), run)
                        .orElse(Checksums.NONE)
                != Checksums.NONE;
    }

    /**
     * The tallies of the attempts of a run.
     *
     * @throws DamagedRecordException if there are not as many as the run's row says
     */
    static List<Tally> ofTasks(Session session, long run) throws SQLException {
        List<Tally> tallies = session.list(
                COLUMNS + "AND kind < " + Tally.Kind.FILES.ordinal() + " ORDER BY kind, name",
                row -> read(run, row),
                run);
        long expected = session.number("SELECT tallies FROM run WHERE number = ?", run);
        if (tallies.size() != expected) {
            throw new DamagedRecordException(
                    expected + " counts of a run were recorded, but " + tallies.size() + " were found");
        }
        return tallies;
    }

    /** The tallies of the attempts of a step. */
    static List<Tally> ofStep(Session session, long run, String step) throws SQLException {
        List<Tally> tallies = new ArrayList<>();
        for (Tally.Kind kind : Tally.Kind.values()) {
            if (kind.isOfTasks()) {
                find(session, run, kind, step).ifPresent(tallies::add);
            }
        }
        return tallies;
    }

    static Optional<Tally> find(Session session, long run, Tally.Kind kind, String name) throws SQLException {
        return session.first(COLUMNS + "AND kind = ? AND name = ?", row -> read(run, row), run, kind.ordinal(), name);
    }

    /** Adds to what is there; whether there was nothing before. Part of a transaction. */
    static boolean add(Session session, long run, Tally added) throws SQLException {
        Optional<Tally> before = find(session, run, added.kind(), added.name());
        Tally after = before.isPresent() ? before.get().plus(added) : added;
        session.update(
                "INSERT OR REPLACE INTO tally (run, kind, name, entries, digest, first, last, checksum)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                run,
                after.kind().ordinal(),
                after.name(),
                after.rows(),
                after.digest(),
                after.first().toString(),
                after.last().toString(),
                after.checksum(run));
        return before.isEmpty();
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
}
