package dev.cairn.engine.task;

import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.Runs;
import dev.cairn.engine.TaskUnit;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The log of one attempt of a task: each line is printed at once, and kept with the task; lines are stored in groups, and the
 * last of them before the attempt is committed. Thread-safe.
 */
public final class TaskLog {
    private static final int GROUP = 100;

    private final Runs runs;
    private final TaskUnit unit;
    private final Clock clock;
    private final List<LogLine> unsaved = new ArrayList<>(); // guarded by this

    public TaskLog(Runs runs, TaskUnit unit, Clock clock) {
        this.runs = runs;
        this.unit = unit;
        this.clock = clock;
    }

    /** Adds a text, which may have several lines. */
    public synchronized void add(String text) {
        Instant now = clock.instant();
        text.lines().forEach(line -> {
            unsaved.add(new LogLine(now, LogLine.Stream.LOG, line));
            LogPrinter.print(now, unit.path(), line);
        });
        if (unsaved.size() >= GROUP) {
            flush();
        }
    }

    public synchronized void flush() {
        if (!unsaved.isEmpty()) {
            runs.log(unit.run(), unit.task(), unit.attempt(), List.copyOf(unsaved));
            unsaved.clear();
        }
    }
}
