package dev.cairn.datastore.support;

import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskId.Index;
import dev.cairn.datastore.TaskRecord;
import java.util.List;
import java.util.Optional;

/**
 * The finished tasks of a step by their number in item order. Whatever the counts expect and is not there is an error. At one moment;
 * for one thread.
 */
final class StepPages {
    private final Records records;
    private final NumberedSteps numberedSteps;
    private final RunKey run;
    private final String step;
    private final Optional<List<Tally>> tallies;

    StepPages(Records records, NumberedSteps numberedSteps, RunKey run, String step) {
        this.records = records;
        this.numberedSteps = numberedSteps;
        this.run = run;
        this.step = step;
        this.tallies = records.tallies(run, step);
    }

    /** The tasks from number {@code from} on, at most {@code limit}. */
    List<TaskRecord> page(long from, int limit) {
        boolean hasNoGaps = hasNoGaps();
        if (hasNoGaps) {
            numberedSteps.note(run, step, count());
        }
        List<StoredTask> rows = hasNoGaps
                ? records.tasks(run, step, List.of(NumberedSteps.index(from)), limit)
                : records.tasks(run, step, from, limit);
        if (tallies.isPresent()) {
            long expected = Math.max(0, Math.min(limit, count() - from));
            if (rows.size() != expected || hasNoGaps && !NumberedSteps.areNumbered(rows, from)) {
                throw missing();
            }
        }
        return rows.stream().map(StoredTask::record).toList();
    }

    /** Of the finished tasks whose position begins so, the one that comes last in item order. */
    Optional<TaskRecord> last(List<Coordinate> position) {
        Optional<StoredTask> last = records.lastTask(run, step, position);
        if (position.isEmpty() && tallies.isPresent() && count() > most(last)) {
            throw missing();
        }
        return last.map(StoredTask::record);
    }

    /** How many tasks there can be if this is the last: as far as one coordinate tells. */
    private static long most(Optional<StoredTask> last) {
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
    private boolean hasNoGaps() {
        if (tallies.isEmpty()) {
            return false;
        }
        Optional<StoredTask> last = records.lastTask(run, step, List.of());
        if (last.isEmpty()) {
            return false;
        }
        List<Coordinate> position = last.get().record().task().position();
        return position.size() == 1 && position.get(0) instanceof Index index && index.value() + 1L == count();
    }

    private long count() {
        return tallies.stream()
                .flatMap(List::stream)
                .filter(tally -> tally.kind().isOfFinishedTasks())
                .mapToLong(Tally::rows)
                .sum();
    }

    private DamagedRecordException missing() {
        return new DamagedRecordException(
                "some of the " + count() + " finished tasks of step " + step + " of run " + run.id() + " are missing");
    }
}
