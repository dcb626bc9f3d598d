package dev.cairn.datastore.file;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.Tally;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Before anybody is told that a run which ended has no such task, all rows of the step are looked at, and the index by which it was
 * not found: once per step, for a run that ended does not change. What the index holds is remembered, since a search in it may be misled by an
 * entry that is damaged, though a scan finds all. Of a run that goes on, a task that is not there may simply not be
 * finished. Thread-safe.
 */
final class SoundSteps {
    private static final int PAGE = 1000;

    /** A million attempts take about 25 MB. */
    private static final long MOST_BYTES = 64L << 20;

    private final Map<Key, StepEntries> sound =
            new LinkedHashMap<>(16, 0.75f, true); // this and what follows: guarded by this

    private long bytes;

    private record Key(long run, String step, long rows, long digest) {}

    /** An entry of the index. */
    private record Entry(long run, String step, byte[] position, int attempt, long number) {}

    /** The number of an attempt that a task may have beside these: one before a failed one, or the one that finished. */
    static OptionalInt firstMissing(List<TaskRecord> attempts) {
        for (int i = 0; i < attempts.size(); i++) {
            if (attempts.get(i).attempt() != i) {
                return OptionalInt.of(i);
            }
        }
        return attempts.stream().anyMatch(TaskRecord::finished) ? OptionalInt.empty() : OptionalInt.of(attempts.size());
    }

    /**
     * Called where an attempt was not found.
     *
     * @throws DamagedRecordException if the run has ended, and the attempt is there, or something of the step is missing
     */
    void requireAbsent(Session session, long run, RunId id, String step, byte[] position, int attempt)
            throws SQLException {
        if (hasEnded(session, run) && entries(session, run, id, step).contains(position, attempt)) {
            throw outOfOrder();
        }
    }

    /**
     * Called where no finished attempt was found between two positions.
     *
     * @throws DamagedRecordException if the run has ended, and there is one, or something of the step is missing
     */
    void requireNoneFinished(Session session, long run, RunId id, String step, byte[] from, byte[] to)
            throws SQLException {
        if (!hasEnded(session, run)) {
            return;
        }
        StepEntries entries = entries(session, run, id, step);
        for (int entry = entries.before(from, 0); entry < entries.before(to, 0); entry++) {
            if (TaskRows.isFinished(session, entries.number(entry))) {
                throw outOfOrder();
            }
        }
    }

    private static DamagedRecordException outOfOrder() {
        return new DamagedRecordException("an index of the attempts of tasks is out of order");
    }

    /** @throws DamagedRecordException if the run has ended, and of what it left of the step something is missing */
    void require(Session session, long run, RunId id, String step) throws SQLException {
        if (hasEnded(session, run)) {
            entries(session, run, id, step);
        }
    }

    private StepEntries entries(Session session, long run, RunId id, String step) throws SQLException {
        long rows = 0;
        long digest = 0;
        for (Tally tally : TallyRows.ofTasks(session, run)) {
            if (tally.name().equals(step)) {
                rows += tally.rows();
                digest += tally.digest();
            }
        }
        Key key = new Key(run, step, rows, digest);
        StepEntries known = known(key);
        if (known == null) {
            known = read(session, key, id);
            keep(key, known);
        }
        return known;
    }

    private synchronized @Nullable StepEntries known(Key key) {
        return sound.get(key);
    }

    private synchronized void keep(Key key, StepEntries entries) {
        if (sound.putIfAbsent(key, entries) == null) {
            bytes += entries.bytes();
        }
        Iterator<StepEntries> eldest = sound.values().iterator();
        while (bytes > MOST_BYTES && sound.size() > 1) {
            bytes -= eldest.next().bytes();
            eldest.remove();
        }
    }

    private static boolean hasEnded(Session session, long run) throws SQLException {
        return session.first(
                        "SELECT status IS NOT 'RUNNING' AND ifnull(tallies >= 0, 1) FROM run WHERE number = ?",
                        row -> row.getBoolean(1),
                        run)
                .orElse(false);
    }

    private static StepEntries read(Session session, Key expected, RunId id) throws SQLException {
        StepEntries entries = new StepEntries();
        long rows = 0;
        long digest = 0;
        List<Entry> page = page(session, expected, new byte[0], -1);
        while (!page.isEmpty()) {
            for (Entry entry : page) {
                boolean belongs =
                        entry.run() == expected.run() && expected.step().equals(entry.step());
                if (!belongs || !entries.add(entry.position(), entry.attempt(), entry.number())) {
                    throw damaged(expected, id);
                }
                rows++;
                digest += Checksums.digest(checksum(session, expected, id, entry));
            }
            Entry last = page.get(page.size() - 1);
            page = page(session, expected, last.position(), last.attempt());
        }
        if (rows != expected.rows() || digest != expected.digest()) {
            throw damaged(expected, id);
        }
        return entries;
    }

    /** Nothing but the index is read for this. */
    private static List<Entry> page(Session session, Key step, byte[] position, int attempt) throws SQLException {
        return session.list(
                "SELECT run, step, position, attempt, number FROM task WHERE run = ? AND step = ? AND (position, attempt) > (?, ?)"
                        + " ORDER BY position, attempt LIMIT " + PAGE,
                row -> new Entry(
                        row.getLong(1),
                        row.getString(2),
                        Objects.requireNonNull(row.getBytes(3)),
                        row.getInt(4),
                        row.getLong(5)),
                step.run(),
                step.step(),
                position,
                attempt);
    }

    /** The checksum that a row should have if it belongs where the index says. */
    private static long checksum(Session session, Key step, RunId id, Entry entry) throws SQLException {
        return session.first(
                        "SELECT status, logs, substr(record, -4) FROM task WHERE number = ?",
                        row -> Checksums.ofTask(
                                step.run(),
                                step.step(),
                                entry.position(),
                                entry.attempt(),
                                row.getInt(1),
                                row.getLong(2),
                                Checksums.first(row.getBytes(3))),
                        entry.number())
                .orElseThrow(() -> damaged(step, id));
    }

    private static DamagedRecordException damaged(Key step, RunId id) {
        return new DamagedRecordException("some of the " + step.rows() + " attempts of tasks of step " + step.step()
                + " of run " + id + " are missing or out of place");
    }
}
