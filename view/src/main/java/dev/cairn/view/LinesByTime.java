package dev.cairn.view;

import dev.cairn.datastore.LogLine;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Passes on lines in the order in which they were written, which those of one attempt keep also where the clock was set back. Of very many
 * lines only as many are sorted together as fit into some memory. Not thread-safe.
 */
final class LinesByTime implements OutputList.Receiver {
    private static final int MOST_LINES = 100_000;

    private final OutputList.Receiver receiver;
    private final int most;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Instant> newest = new HashMap<>(); // by attempt

    LinesByTime(OutputList.Receiver receiver) {
        this(receiver, MOST_LINES);
    }

    /** For tests: with fewer lines together. */
    LinesByTime(OutputList.Receiver receiver, int most) {
        this.receiver = receiver;
        this.most = most;
    }

    private record Entry(@Nullable String task, int attempt, LogLine line, Instant at) {}

    @Override
    public void line(@Nullable String task, int attempt, LogLine line) throws IOException {
        Instant at =
                newest.merge(task + " " + attempt, line.at(), (before, next) -> next.isBefore(before) ? before : next);
        entries.add(new Entry(task, attempt, line, at));
        if (entries.size() == most) {
            passOn();
        }
    }

    /** Passes on what was received so far. */
    void passOn() throws IOException {
        entries.sort(Comparator.comparing(Entry::at));
        for (Entry entry : entries) {
            receiver.line(entry.task(), entry.attempt(), entry.line());
        }
        entries.clear();
        newest.clear();
    }
}
