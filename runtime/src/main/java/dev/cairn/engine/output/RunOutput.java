package dev.cairn.engine.output;

import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.Runs;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.OutputListener;
import dev.cairn.engine.TaskUnit;
import dev.cairn.runtime.internal.HiddenTexts;
import dev.cairn.runtime.internal.WritingAttempt;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The output of one run in this process: the logs of its tasks, and one for what belongs to none of them. From {@link #open} to {@link
 * #close} it captures the standard streams, if it should. Thread-safe.
 */
public final class RunOutput implements AutoCloseable {
    /** A line is stored no later than about so long after it was written, so that other processes can follow a long task. */
    private static final long FLUSH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Runs runs;
    private final RunId id;
    private final String path;
    private final Clock clock;
    private final OutputListener listener;
    private final HiddenTexts hidden;
    private final HiddenTexts hiddenInLines;
    private final boolean captures;
    private final OutputLimits limits;
    private final Budget budget;
    private final OutputLog own;
    private final Set<OutputLog> unsettled = ConcurrentHashMap.newKeySet();
    private @Nullable Thread flusher; // guarded by this
    private volatile boolean closed;

    /**
     * The output of a run.
     *
     * @param listener is told of each line
     * @param hidden what is neither stored nor told
     * @param captures whether the standard streams are captured
     */
    public RunOutput(
            Runs runs,
            String flow,
            RunId id,
            Clock clock,
            OutputListener listener,
            HiddenTexts hidden,
            boolean captures) {
        this(runs, flow, id, clock, listener, hidden, captures, OutputLimits.STANDARD);
    }

    RunOutput(
            Runs runs,
            String flow,
            RunId id,
            Clock clock,
            OutputListener listener,
            HiddenTexts hidden,
            boolean captures,
            OutputLimits limits) {
        this.runs = runs;
        this.id = id;
        this.path = flow + "/" + id;
        this.clock = clock;
        this.listener = listener;
        this.hidden = hidden;
        this.hiddenInLines = hidden.inLines();
        this.captures = captures;
        this.limits = limits;
        this.budget = new Budget(limits.run());
        this.own = new OutputLog(this, TaskId.RUN, 0);
    }

    /** Begins to capture. */
    public void open() {
        StandardStreams.add(this);
    }

    /** A log for an attempt. */
    public OutputLog newLog(TaskUnit unit) {
        return new OutputLog(this, unit.task(), unit.attempt());
    }

    /** The source of the output of an attempt. */
    public OutputSource newSource(TaskUnit unit, OutputLog log) {
        return new OutputSource(this, unit, log);
    }

    /** What neither logs nor failures may show. */
    public HiddenTexts hidden() {
        return hidden;
    }

    HiddenTexts hiddenInLines() {
        return hiddenInLines;
    }

    RunId id() {
        return id;
    }

    /** The pathspec of the run. */
    String path() {
        return path;
    }

    boolean captures() {
        return captures;
    }

    OutputLimits limits() {
        return limits;
    }

    Budget budget() {
        return budget;
    }

    boolean isClosed() {
        return closed;
    }

    Instant now() {
        return clock.instant();
    }

    /** The log of what belongs to the run, but to none of its tasks; null if nothing is captured. */
    @Nullable
    OutputLog log() {
        return captures && !closed ? own : null;
    }

    void show(String path, LogLine line) {
        StandardStreams.passing(() -> listener.line(path, line));
    }

    void store(TaskId task, int attempt, List<LogLine> lines) {
        StandardStreams.passing(() -> runs.log(id, task, attempt, lines));
    }

    void note(WritingAttempt attempt) {
        store(TaskId.RUN, WritingAttempt.NOTES, List.of(attempt.note(now())));
    }

    /** Notes that a log has something that is not stored. */
    void opened(OutputLog log) {
        if (unsettled.add(log)) {
            startFlusher();
        }
    }

    /** Notes that a log has nothing that is not stored. */
    void settled(OutputLog log) {
        unsettled.remove(log);
    }

    private synchronized void startFlusher() {
        if (flusher == null && !closed) {
            Thread thread = new Thread(this::flush, "cairn-output");
            thread.setDaemon(true);
            try {
                thread.start();
                flusher = thread;
            } catch (OutOfMemoryError e) {
                // the machine has no more threads: whoever prints is not to fail for it, and the commit stores what is
                // left
            }
        }
    }

    private void flush() {
        while (!closed) {
            LockSupport.parkNanos(this, FLUSH_NANOS);
            unsettled.forEach(OutputLog::flushQuietly);
        }
    }

    /** Stops capturing, and stores what is left. What its threads print from now on is nobody's. */
    @Override
    public void close() {
        StandardStreams.remove(this);
        unsettled.forEach(OutputLog::end);
        own.end();
        closed = true;
        unsettled.forEach(OutputLog::flushQuietly); // of tasks that were abandoned too
        try {
            own.flush();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(RunOutput.class)
                    .warn("the output of run {} that belongs to no task could not be stored", id, e);
        }
        synchronized (this) {
            LockSupport.unpark(flusher);
        }
    }
}
