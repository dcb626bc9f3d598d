package dev.cairn.datastore.support;

import dev.cairn.datastore.TaskId.Coordinate;
import dev.cairn.datastore.TaskId.Index;
import dev.cairn.datastore.TaskRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Streams attempts page by page, and compares at the end what came with what the counts say: a record that is lost, or that lost its
 * place in an index, is an error and not an attempt that never was. For one thread.
 */
final class TaskPages {
    private static final int PAGE = 256;

    private final StoreReader reader;
    private final Runnable settle;
    private final RunKey run;
    private final @Nullable String step;
    private @Nullable Totals atStart;
    private long rows;
    private long digest;

    private TaskPages(StoreReader reader, Runnable settle, RunKey run, @Nullable String step) {
        this.reader = reader;
        this.settle = settle;
        this.run = run;
        this.step = step;
    }

    private record Totals(long rows, long digest) {}

    /**
     * Streams the finished attempts of a step, in item order; a finished attempt of a task is its only one.
     *
     * @param settle waits until what this process has committed of the run is stored
     */
    static Stream<TaskRecord> ofStep(StoreReader reader, Runnable settle, RunKey run, String step) {
        TaskPages pages = new TaskPages(reader, settle, run, step);
        return pages.stream(
                Comparator.comparing(row -> row.record().task()),
                tally -> tally.kind().isOfFinishedTasks(),
                (records, last) -> records.tasks(
                        run,
                        step,
                        last == null ? List.of() : after(last.record().task().position()),
                        PAGE));
    }

    /** Streams all attempts of a run, in the order of the commits. */
    static Stream<TaskRecord> ofRun(StoreReader reader, Runnable settle, RunKey run) {
        TaskPages pages = new TaskPages(reader, settle, run, null);
        return pages.stream(
                Comparator.comparingLong(StoredTask::number),
                tally -> true,
                (records, last) -> records.attempts(run, last == null ? 0 : last.number(), PAGE));
    }

    /** The position that comes next in item order after a position. */
    private static List<Coordinate> after(List<Coordinate> position) {
        List<Coordinate> next = new ArrayList<>(position);
        next.add(new Index(0));
        return next;
    }

    /** Reads a page. */
    @FunctionalInterface
    private interface Query {
        List<StoredTask> after(Records records, @Nullable StoredTask last);
    }

    /**
     * Streams attempts.
     *
     * @param order that in which they come: pages of an index that is out of order might never end
     * @param counted which tallies count them
     */
    private Stream<TaskRecord> stream(Comparator<StoredTask> order, Predicate<Tally> counted, Query query) {
        return Pages.<@Nullable StoredTask, StoredTask, TaskRecord>stream(
                last -> {
                    settle.run();
                    return reader.read(records -> page(records, last, order, counted, query));
                },
                null,
                row -> row,
                StoredTask::record);
    }

    private List<StoredTask> page(
            Records records,
            @Nullable StoredTask last,
            Comparator<StoredTask> order,
            Predicate<Tally> counted,
            Query query) {
        if (last == null) {
            atStart = totals(records, counted);
        }
        List<StoredTask> page = query.after(records, last);
        StoredTask previous = last;
        for (StoredTask row : page) {
            if (previous != null && order.compare(previous, row) >= 0) {
                throw new DamagedRecordException("an index of the attempts of tasks is out of order");
            }
            previous = row;
            rows++;
            digest += Checksums.digest(row.checksum());
        }
        if (page.isEmpty()) {
            compare(totals(records, counted));
        }
        return page;
    }

    /** What came while somebody wrote need not be all, but at least what had been there; if it is as many, it is all. */
    private void compare(@Nullable Totals atEnd) {
        if (atStart == null || atEnd == null) {
            return; // in a format without counts, or deleted meanwhile
        }
        boolean all = rows == atEnd.rows() && digest == atEnd.digest();
        if (!all && (atStart.equals(atEnd) || rows < atStart.rows() || rows >= atEnd.rows())) {
            throw new DamagedRecordException(atEnd.rows() + " attempts of tasks were recorded, but " + rows
                    + " were found, or some were changed");
        }
    }

    private @Nullable Totals totals(Records records, Predicate<Tally> counted) {
        Optional<List<Tally>> tallies = records.tallies(run, null);
        if (tallies.isEmpty()) {
            return null;
        }
        long allRows = 0;
        long allDigest = 0;
        for (Tally tally : tallies.get()) {
            if (counted.test(tally) && (step == null || step.equals(tally.name()))) {
                allRows += tally.rows();
                allDigest += tally.digest();
            }
        }
        return new Totals(allRows, allDigest);
    }
}
