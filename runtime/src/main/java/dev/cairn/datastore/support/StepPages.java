package dev.cairn.datastore.support;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.file.TaskRows.TaskRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The finished tasks of a step by their number in item order. Whatever the counts expect and is not there is an error. In one
 * transaction; for one thread.
 */
final class StepPages {
    private final Session session;
    private final long run;
    private final RunId id;
    private final String step;

    StepPages(Session session, long run, RunId id, String step) {
        this.session = session;
        this.run = run;
        this.id = id;
        this.step = step;
    }

    /** The tasks from number {@code from} on, at most {@code limit}. */
    List<TaskRecord> page(long from, int limit) throws SQLException {
        boolean hasNoGaps = hasNoGaps();
        List<TaskRow> rows = hasNoGaps
                ? TaskRows.fromPosition(session, run, id, step, PositionKey.encode(List.of(index(from))), limit)
                : TaskRows.fromNumber(session, run, id, step, from, limit, hasFailures());
        if (TallyRows.areKept(session, run)) {
            long expected = Math.max(0, Math.min(limit, count() - from));
            if (rows.size() != expected || hasNoGaps && !areInOrder(rows, from)) {
                throw missing();
            }
        }
        return rows.stream().map(TaskRow::record).toList();
    }

    private static boolean areInOrder(List<TaskRow> rows, long from) {
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).record().task().position().equals(List.of(index(from + i)))) {
                return false;
            }
        }
        return true;
    }

    /** Of the finished tasks whose position begins so, the one that comes last in item order. */
    Optional<TaskRecord> last(List<Coordinate> position) throws SQLException {
        Optional<TaskRow> last = TaskRows.lastOfStep(session, run, id, step, position);
        if (position.isEmpty() && TallyRows.areKept(session, run)) {
            long count = count();
            if (count > most(last)) {
                throw missing();
            }
        }
        return last.map(TaskRow::record);
    }

    /** How many tasks there can be if this is the last: as far as one coordinate tells. */
    private static long most(Optional<TaskRow> last) {
        if (last.isEmpty()) {
            return 0;
        }
        List<Coordinate> position = last.get().record().task().position();
        return switch (position.size()) {
            case 0 -> 1;
            case 1 -> position.get(0).value() + 1L;
            default -> Long.MAX_VALUE;
        };
    }

    /** Whether a task's number is its index: then it is found at once. */
    private boolean hasNoGaps() throws SQLException {
        Optional<TaskRow> last = TaskRows.lastOfStep(session, run, id, step, List.of());
        if (last.isEmpty() || !TallyRows.areKept(session, run)) {
            return false;
        }
        List<Coordinate> position = last.get().record().task().position();
        return position.size() == 1 && position.get(0) instanceof TaskId.Index index && index.value() + 1L == count();
    }

    private static Coordinate index(long number) {
        return new TaskId.Index(Math.toIntExact(Math.min(number, Integer.MAX_VALUE)));
    }

    private long count() throws SQLException {
        return rows(Tally.Kind.SUCCEEDED) + rows(Tally.Kind.CAUGHT);
    }

    private boolean hasFailures() throws SQLException {
        return !TallyRows.areKept(session, run) || rows(Tally.Kind.FAILED) > 0;
    }

    private long rows(Tally.Kind kind) throws SQLException {
        return TallyRows.find(session, run, kind, step).map(Tally::rows).orElse(0L);
    }

    private DamagedRecordException missing() throws SQLException {
        return new DamagedRecordException(
                "of " + count() + " finished tasks of step " + step + " of run " + id + ", some are missing");
    }
}
