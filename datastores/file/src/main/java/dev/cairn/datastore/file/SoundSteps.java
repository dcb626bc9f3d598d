package dev.cairn.datastore.file;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.support.Checksums;
import dev.cairn.datastore.support.DamagedRecordException;
import dev.cairn.datastore.support.PositionKey;
import dev.cairn.datastore.support.Tally;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Before anybody is told that a run which ended has no such task, all rows of the step are looked at, and the index by which it was
 * not found: once per step, for a run that ended does not change. Of a run that goes on, a task that is not there may simply not be
 * finished. Thread-safe.
 */
final class SoundSteps {
    private static final int PAGE = 1000;

    private final Set<Key> known = ConcurrentHashMap.newKeySet();

    private record Key(long run, String step, long rows, long digest) {}

    /**
     * A place in the index.
     *
     * @param position see {@link PositionKey}
     */
    record Place(long run, String step, byte[] position, int attempt) implements Comparable<Place> {
        /** As SQLite orders them: texts by their bytes in UTF-8. */
        @Override
        public int compareTo(Place other) {
            int order = Long.compare(run, other.run);
            if (order == 0) {
                order = Arrays.compareUnsigned(
                        step.getBytes(StandardCharsets.UTF_8), other.step.getBytes(StandardCharsets.UTF_8));
            }
            if (order == 0) {
                order = Arrays.compareUnsigned(position, other.position);
            }
            return order == 0 ? Integer.compare(attempt, other.attempt) : order;
        }
    }

    /** An entry of the index. */
    private record Entry(long run, String step, byte[] position, int attempt, long number) {
        boolean precedes(Entry next) {
            int order = Arrays.compareUnsigned(position, next.position);
            return order < 0 || order == 0 && attempt < next.attempt;
        }
    }

    /**
     * The number of an attempt that may be missing among the attempts of a task: one before a failed one, or the one that finished. Negative
     * if none may.
     */
    static int mayLack(List<TaskRecord> attempts) {
        for (int i = 0; i < attempts.size(); i++) {
            if (attempts.get(i).attempt() != i) {
                return i;
            }
        }
        return attempts.stream().anyMatch(TaskRecord::finished) ? -1 : attempts.size();
    }

    /**
     * Called where nothing was found at a place.
     *
     * @throws DamagedRecordException if the run has ended, and what it left there may have been overlooked
     */
    void requireNothingAt(Session session, RunId id, Place place) throws SQLException {
        if (hasEnded(session, place.run())) {
            require(session, place.run(), id, place.step());
            requireInOrder(session, id, place);
        }
    }

    /**
     * A search ends beside the entry that misled it, if one did: that is on the wrong side of what is next to it.
     */
    private static void requireInOrder(Session session, RunId id, Place place) throws SQLException {
        List<Place> around = new ArrayList<>(TaskRows.placesBefore(session, id, place, 2));
        Collections.reverse(around);
        around.add(place);
        around.addAll(TaskRows.placesAfter(session, id, place, 2));
        for (int i = 1; i < around.size(); i++) {
            if (around.get(i - 1).compareTo(around.get(i)) >= 0) {
                throw new DamagedRecordException("an index of the attempts of tasks is out of order");
            }
        }
    }

    /** @throws DamagedRecordException if the run has ended, and of what it left something is missing */
    void require(Session session, long run, RunId id, String step) throws SQLException {
        if (!hasEnded(session, run)) {
            return;
        }
        long rows = 0;
        long digest = 0;
        for (Tally tally : TallyRows.ofTasks(session, run)) {
            if (tally.name().equals(step)) {
                rows += tally.rows();
                digest += tally.digest();
            }
        }
        Key key = new Key(run, step, rows, digest);
        if (!known.contains(key)) {
            compare(session, key, id);
            known.add(key);
        }
    }

    private static boolean hasEnded(Session session, long run) throws SQLException {
        return session.first(
                        "SELECT status IS NOT 'RUNNING' AND ifnull(tallies >= 0, 1) FROM run WHERE number = ?",
                        row -> row.getBoolean(1),
                        run)
                .orElse(false);
    }

    private static void compare(Session session, Key expected, RunId id) throws SQLException {
        long rows = 0;
        long digest = 0;
        Entry last = null;
        List<Entry> page = page(session, expected, new byte[0], -1);
        while (!page.isEmpty()) {
            for (Entry entry : page) {
                boolean belongs =
                        entry.run() == expected.run() && expected.step().equals(entry.step());
                if (!belongs || last != null && !last.precedes(entry)) {
                    throw damaged(expected, id);
                }
                rows++;
                digest += Checksums.digest(checksum(session, expected, id, entry));
                last = entry;
            }
            page = page(session, expected, Objects.requireNonNull(last).position(), last.attempt());
        }
        if (rows != expected.rows() || digest != expected.digest()) {
            throw damaged(expected, id);
        }
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
