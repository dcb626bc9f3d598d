package dev.cairn.engine.task;

import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.Runs;
import dev.cairn.engine.OutputListener;
import dev.cairn.engine.TaskUnit;
import dev.cairn.runtime.internal.HiddenTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The log of one attempt of a task: each line is shown at once, and kept with the task; lines are stored in groups, and the
 * last of them before the attempt is committed. Secrets are hidden before. Thread-safe.
 */
public final class TaskLog {
    private static final int GROUP = 100;

    private final Runs runs;
    private final TaskUnit unit;
    private final Clock clock;
    private final OutputListener output;
    private final HiddenTexts hidden;
    private final List<LogLine> unsaved = new ArrayList<>(); // guarded by this

    public TaskLog(Runs runs, TaskUnit unit, Clock clock, OutputListener output, HiddenTexts hidden) {
        this.runs = runs;
        this.unit = unit;
        this.clock = clock;
        this.output = output;
        this.hidden = hidden;
    }

    /** Adds a text, which may have several lines. */
    public synchronized void add(String text) {
        Instant now = clock.instant();
        hidden.hide(text).lines().forEach(line -> {
            LogLine added = new LogLine(now, LogLine.Stream.LOG, line);
            unsaved.add(added);
            output.line(unit.path(), added);
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
