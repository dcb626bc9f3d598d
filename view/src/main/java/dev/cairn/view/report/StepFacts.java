package dev.cairn.view.report;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.Task;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a step of a run, gathered task by task. However many tasks there are, it keeps a line for at most a number of them, and
 * eight bytes for each of the others. Not thread-safe.
 */
final class StepFacts {
    private final GraphStep step;
    private final int number;
    private final long finishedTasks;
    private final TaskSelection selection;
    private final Occupancy occupancy;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, ArtifactFacts> artifacts = new LinkedHashMap<>();
    private final Durations durations = new Durations();
    private long finished;
    private long caught;
    private long reused;
    private long failedAttempts;
    private long unfinished;
    private long expected = -1;
    private long work;
    private @Nullable Task longest;

    /**
     * Facts of a step before any of its tasks is added.
     *
     * @param number its number in the order of the graph
     * @param finishedTasks how many finished tasks it has
     * @param stride every how many finished tasks get a line of their own
     */
    StepFacts(GraphStep step, int number, long finishedTasks, long failedAttempts, long stride, Duration range) {
        this.step = step;
        this.number = number;
        this.finishedTasks = finishedTasks;
        this.failedAttempts = failedAttempts;
        this.selection = new TaskSelection(stride);
        this.occupancy = new Occupancy(range, finishedTasks + failedAttempts);
    }

    /**
     * Adds a finished task.
     *
     * @param start when it started, after the run did; negative if a resumed run took it over
     */
    void addFinished(Task task, Duration start) {
        Row row = Row.of(task, start, finished);
        finished++;
        if (task.caught()) {
            caught++;
        }
        if (row.state().isReused()) {
            reused++;
        } else {
            occupancy.add(task, start);
            work += row.took();
        }
        durations.add(row.took());
        if (longest == null || row.took() > Row.micros(Duration.between(longest.startedAt(), longest.finishedAt()))) {
            longest = task;
        }
        for (DataArtifact artifact : task.assignedByTime()) {
            artifacts
                    .computeIfAbsent(artifact.name(), unused -> new ArtifactFacts(artifact, finishedTasks))
                    .add(row.ordinal(), artifact);
        }
        if (selection.add(task, row)) {
            rows.add(row);
        }
    }

    /** Adds the attempts of a task that failed, and, if it never finished, the task. */
    void addFailed(List<Task> attempts, boolean finishedLater, Duration lastStart) {
        if (!finishedLater) {
            unfinished++;
            Task last = attempts.get(attempts.size() - 1);
            Row row = Row.of(last, lastStart, finished + unfinished);
            selection.add(last, row);
            rows.add(row);
        }
    }

    /** Adds a failed attempt to what is drawn on the time line. */
    void addFailedAttempt(Task attempt, Duration start) {
        occupancy.add(attempt, start);
    }

    /** Says how many tasks the foreach that leads to this step opened. */
    void expect(long tasks) {
        expected = tasks;
    }

    GraphStep step() {
        return step;
    }

    String name() {
        return step.name();
    }

    /** Its number in the order of the graph, from 0. */
    int number() {
        return number;
    }

    /** The id of what the page says of it. */
    String anchor() {
        return "step-" + number;
    }

    long finished() {
        return finished;
    }

    long caught() {
        return caught;
    }

    /** How many of the finished tasks another run executed. */
    long reused() {
        return reused;
    }

    long failedAttempts() {
        return failedAttempts;
    }

    /** How many tasks failed for good. */
    long unfinished() {
        return unfinished;
    }

    long tasks() {
        return finished + unfinished;
    }

    boolean isMany() {
        return tasks() > 1 || expected > 1;
    }

    /** The tasks that have a line, in order; those that failed for good come last. */
    List<Row> rows() {
        return rows;
    }

    /** Drops half of the lines of tasks, but none of a task with failures. */
    void thin() {
        selection.thin(rows);
    }

    TaskSelection selection() {
        return selection;
    }

    Occupancy occupancy() {
        return occupancy;
    }

    Map<String, ArtifactFacts> artifacts() {
        return artifacts;
    }

    /** The finished task that took longest; null if none finished. */
    @Nullable
    Task longest() {
        return longest;
    }

    /** How long the finished tasks took. */
    Durations durations() {
        return durations;
    }

    /** How long all tasks that finished in this run took together. */
    Duration work() {
        return Duration.ofNanos(work * 1000);
    }

    StepState state() {
        if (unfinished > 0) {
            return StepState.FAILED;
        } else if (finished == 0) {
            return failedAttempts > 0 ? StepState.FAILED : StepState.NOT_RUN;
        } else if (expected > finished) {
            return StepState.PARTLY;
        } else if (caught > 0) {
            return StepState.CAUGHT;
        }
        return reused == finished ? StepState.REUSED : StepState.SUCCEEDED;
    }

    /** What a line has room for: {@code 40 of 50 tasks · 1.5 s}. */
    String summary() {
        if (tasks() == 0) {
            return StepState.NOT_RUN.word();
        }
        String count = expected > finished
                ? Amount.number(finished) + " of " + Amount.count(expected, "task")
                : tasks() == 1 ? "" : Amount.count(tasks(), "task");
        String time = occupancy.isEmpty() ? StepState.REUSED.word() : Amount.duration(occupancy.span());
        return count.isEmpty() ? time : count + " · " + time;
    }
}
