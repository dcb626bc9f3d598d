package dev.cairn.view.report;

import dev.cairn.client.Task;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The tasks of a step that a page shows: with a line every n-th, and those that failed or had to be tried again; with all that is known of
 * them the first ones, the slowest, and those with failures. Not thread-safe.
 */
final class TaskSelection {
    /** The most lines of tasks with failures, beyond every n-th. */
    static final int MOST_TROUBLED = 2000;

    private static final int FIRST = 100;
    private static final int SLOWEST = 10;
    private static final int TROUBLED = 60;

    private record Candidate(Task task, Row row) {}

    private long stride;
    private final Map<Long, Task> first = new LinkedHashMap<>();
    private final Map<Long, Task> troubled = new LinkedHashMap<>();
    private final PriorityQueue<Candidate> slowest = new PriorityQueue<>(
            Comparator.comparingLong(candidate -> candidate.row().took()));
    private long troubledCount;

    TaskSelection(long stride) {
        this.stride = stride;
    }

    /** Looks at a task; whether it gets a line. */
    boolean add(Task task, Row row) {
        boolean trouble = row.isTroubled();
        if (trouble) {
            troubledCount++;
            if (troubled.size() < TROUBLED) {
                troubled.put(row.ordinal(), task);
            }
        }
        boolean line = row.ordinal() % stride == 0 || trouble && troubledCount <= MOST_TROUBLED;
        if (line) {
            if (first.size() < FIRST) {
                first.put(row.ordinal(), task);
            }
            slowest.add(new Candidate(task, row));
            if (slowest.size() > SLOWEST) {
                slowest.remove();
            }
        }
        return line;
    }

    /** Doubles the distance of the tasks that have a line, and drops the lines of the others. */
    void thin(List<Row> rows) {
        stride *= 2;
        rows.removeIf(row -> row.ordinal() % stride != 0 && !row.isTroubled());
    }

    /** The tasks of which all is told, as far as there is room, by their number; those with failures first. */
    Map<Long, Task> detailed() {
        Map<Long, Task> detailed = new LinkedHashMap<>(troubled);
        slowest.stream()
                .sorted(Comparator.comparingLong(
                                (Candidate candidate) -> candidate.row().took())
                        .reversed())
                .forEach(candidate -> detailed.putIfAbsent(candidate.row().ordinal(), candidate.task()));
        first.forEach(detailed::putIfAbsent);
        return detailed;
    }
}
