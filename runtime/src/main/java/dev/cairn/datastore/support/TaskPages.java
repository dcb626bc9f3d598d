package dev.cairn.datastore.support;

import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.file.TaskRows.TaskRow;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Streams attempts page by page, and compares at the end what came with what the counts say: a row that is lost, or that lost
 * its place in an index, is an error and not an attempt that never was. For one thread.
 */
final class TaskPages {
    private final Readers readers;
    private final long run;
    private final Predicate<Tally> counted;
    private final Comparator<TaskRow> order;
    private final Query query;
    private @Nullable Totals atStart;
    private long rows;
    private long digest;

    private TaskPages(Readers readers, long run, Predicate<Tally> counted, Comparator<TaskRow> order, Query query) {
        this.readers = readers;
        this.run = run;
        this.counted = counted;
        this.order = order;
        this.query = query;
    }

    /** Reads a page. */
    @FunctionalInterface
    interface Query {
        List<TaskRow> after(Session session, @Nullable TaskRow last) throws SQLException;
    }

    private record Totals(long rows, long digest) {}

    /**
     * Streams attempts.
     *
     * @param settle waits for what this process has not written yet
     * @param counted which tallies count them
     * @param order that in which they come: pages of an index that is out of order might never end
     */
    static Stream<TaskRecord> stream(
            Readers readers,
            Runnable settle,
            long run,
            Predicate<Tally> counted,
            Comparator<TaskRow> order,
            Query query) {
        TaskPages pages = new TaskPages(readers, run, counted, order, query);
        return Pages.<TaskRow, TaskRow>stream(
                        last -> {
                            settle.run();
                            return pages.next(last);
                        },
                        null,
                        row -> row)
                .map(TaskRow::record);
    }

    private List<TaskRow> next(@Nullable TaskRow last) {
        return readers.snapshot(session -> {
            if (last == null) {
                atStart = totals(session);
            }
            List<TaskRow> page = query.after(session, last);
            TaskRow previous = last;
            for (TaskRow row : page) {
                if (previous != null && order.compare(previous, row) >= 0) {
                    throw new DamagedRecordException("an index of the attempts of tasks is out of order");
                }
                previous = row;
                rows++;
                digest += Checksums.digest(row.checksum());
            }
            if (page.isEmpty()) {
                compare(totals(session));
            }
            return page;
        });
    }

    /** What came while somebody wrote need not be all, but at least what had been there. */
    private void compare(@Nullable Totals atEnd) throws SQLException {
        if (atStart == null || atEnd == null) {
            return; // in a format without counts, or deleted meanwhile
        }
        boolean all = rows == atEnd.rows() && digest == atEnd.digest();
        if (!all && (atStart.equals(atEnd) || rows < atStart.rows() || rows > atEnd.rows())) {
            throw new DamagedRecordException(
                    "of " + atEnd.rows() + " attempts of tasks, " + rows + " are there, or not the same");
        }
    }

    private @Nullable Totals totals(Session session) throws SQLException {
        if (!TallyRows.areKept(session, run)) {
            return null;
        }
        long allRows = 0;
        long allDigest = 0;
        for (Tally tally : TallyRows.ofTasks(session, run)) {
            if (counted.test(tally)) {
                allRows += tally.rows();
                allDigest += tally.digest();
            }
        }
        return new Totals(allRows, allDigest);
    }
}
