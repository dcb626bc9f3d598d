package dev.cairn.engine.output;

import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.TaskId;
import dev.cairn.runtime.internal.ByteSize;
import dev.cairn.runtime.internal.WritingAttempt;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The output of one attempt of a task, or of a run: each line is shown at once, and kept in the order in which lines ended. Lines are
 * stored in groups: when there are enough of them, now and then, and the last of them before the attempt is committed. Secrets are
 * hidden before. Thread-safe.
 */
public final class OutputLog {
    private static final int GROUP_LINES = 1000;
    private static final int GROUP_BYTES = 64 * 1024;

    private final RunOutput run;
    private final TaskId task;
    private final int attempt;
    private final Budget budget;
    private final OpenLines open;
    private final List<LogLine> unsaved = new ArrayList<>(); // this and what follows: guarded by this
    private long unsavedBytes;
    private boolean cut;
    private boolean ended;
    private boolean noted;
    private boolean unsettled;
    private @Nullable String path; // made for the first line, which many tasks never write
    private @Nullable RuntimeException failure;

    OutputLog(RunOutput run, TaskId task, int attempt) {
        this.run = run;
        this.task = task;
        this.attempt = attempt;
        this.budget = new Budget(run.limits().attempt());
        this.open = new OpenLines(run.limits().attempt(), this::line);
    }

    /** Adds what Cairn has to say, which may have several lines. It is stored however much there is. */
    public synchronized void add(String text) {
        run.hidden().hide(text).lines().forEach(line -> {
            LogLine added = new LogLine(run.now(), LogLine.Stream.LOG, line);
            keep(added);
            show(added);
        });
        flushIfFull();
    }

    /** Adds a text that a step logged, which may have several lines. */
    public synchronized void log(String text) {
        run.hidden().hide(text).lines().forEach(line -> line(LogLine.Stream.LOG, line));
        flushIfFull();
    }

    /** Adds text that was written to a standard stream; false, with nothing done, if nothing more belongs to this log. */
    synchronized boolean write(LogLine.Stream stream, String text, boolean endsLine) {
        if (ended || run.isClosed()) {
            return false;
        }
        open.add(stream, text.indexOf('\n') < 0 ? text : run.hidden().hide(text), endsLine);
        written();
        return true;
    }

    /** The same for bytes. */
    synchronized boolean write(LogLine.Stream stream, ByteBuffer bytes, Charset charset) {
        if (ended || run.isClosed()) {
            return false;
        }
        open.add(stream, bytes, charset);
        written();
        return true;
    }

    /** Who writes to a standard stream is not told of problems: that is left to the commit. */
    private void written() {
        try {
            flushIfFull();
        } catch (RuntimeException e) {
            failure = e;
            cut = true;
            unsaved.clear();
        }
        if (!open.isEmpty()) {
            unsettle();
        }
    }

    private void line(LogLine.Stream stream, String text) {
        LogLine line = new LogLine(run.now(), stream, run.hiddenInLines().hide(text));
        show(line);
        if (!cut) {
            long bytes = bytes(line.text()) + 1;
            if (!budget.take(bytes)) {
                cut("the output " + (task.equals(TaskId.RUN) ? "that belongs to no task" : "of this attempt"), budget);
            } else if (!run.budget().take(bytes)) {
                cut("the output of this run", run.budget());
            } else {
                keep(line);
            }
        }
    }

    private void cut(String what, Budget limit) {
        cut = true;
        LogLine note = new LogLine(
                run.now(),
                LogLine.Stream.LOG,
                what + " is longer than " + ByteSize.text(limit.bytes())
                        + "; what would follow here is not stored. Write large amounts to a file:"
                        + " `task.files()` keeps it.");
        keep(note);
        show(note);
    }

    private void keep(LogLine line) {
        if (failure == null) {
            if (unsaved.isEmpty()) {
                unsettle();
            }
            unsaved.add(line);
            unsavedBytes += line.text().length();
        }
    }

    private void flushIfFull() {
        if (unsaved.size() >= GROUP_LINES || unsavedBytes >= GROUP_BYTES) {
            flush();
        }
    }

    /**
     * Stores all lines that have ended.
     *
     * @throws RuntimeException if the datastore fails, or has failed before
     */
    public synchronized void flush() {
        if (failure != null) {
            throw failure;
        }
        if (!unsaved.isEmpty()) {
            run.store(task, attempt, List.copyOf(unsaved));
            unsaved.clear();
            unsavedBytes = 0;
        }
        if (open.isEmpty()) {
            settle();
        }
    }

    /** The same while the attempt runs, on a thread that nobody waits for: the commit will tell of the problem. */
    synchronized void flushQuietly() {
        try {
            if (!noted && !unsaved.isEmpty() && !task.equals(TaskId.RUN)) {
                noted = true;
                run.note(new WritingAttempt(task, attempt));
            }
            flush();
        } catch (RuntimeException e) {
            failure = e;
            cut = true;
            settle();
        }
    }

    private void show(LogLine line) {
        String known = path;
        if (known == null) {
            known = task.equals(TaskId.RUN) ? run.path() : run.path() + "/" + task;
            path = known;
        }
        run.show(known, line);
    }

    /** From now on there is something to store. */
    private void unsettle() {
        if (!unsettled) {
            unsettled = true;
            run.opened(this);
        }
    }

    private void settle() {
        if (unsettled) {
            unsettled = false;
            run.settled(this);
        }
    }

    /** Ends the lines that were begun. What is written to the standard streams after this does not belong to this log. */
    synchronized void end() {
        if (!ended) {
            open.end();
            ended = true;
        }
    }

    private static long bytes(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= 0x80) {
                bytes += character < 0x800 || Character.isSurrogate(character) ? 1 : 2; // a pair has four
            }
        }
        return bytes;
    }
}
