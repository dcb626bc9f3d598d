package dev.cairn.engine.process;

import dev.cairn.datastore.LogLine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The lines that a process has shown of one attempt, as far as they may be missing where it stores them: it does so in groups, and a
 * process that dies has not stored the last one. Thread-safe.
 */
public final class ShownLines {
    /** More than there are in a group. */
    private static final int MOST = 2000;

    private final String path;
    private final Deque<LogLine> last = new ArrayDeque<>(); // this and what follows: guarded by this
    private long count;

    /** @param path the path of the task */
    ShownLines(String path) {
        this.path = path;
    }

    synchronized void add(Message.Line line) {
        if (line.path().equals(path)) {
            count++;
            last.add(line.line());
            if (last.size() > MOST) {
                last.remove();
            }
        }
    }

    /** Those that were shown after the first {@code stored} ones. */
    public synchronized List<LogLine> after(long stored) {
        long forgotten = count - last.size();
        return last.stream().skip(Math.max(0, stored - forgotten)).toList();
    }
}
