package dev.cairn.engine.temporal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many activities and child workflows may be pending. Nobody says how many workers there are; those that report a slice say how much
 * they run at once, and a few times as much is kept waiting for them. As long as nothing is reported, for the tasks may take hours, the
 * window grows with time. Workflow code: no clock, no random numbers.
 */
final class Window {
    private static final int FIRST = 4;
    private static final int TIMES_WORKERS = 4;

    private final int most;
    private final Map<String, Integer> workers = new LinkedHashMap<>();
    private int size = FIRST;
    private boolean reported;

    Window(int most) {
        this.most = most;
    }

    /** Notes that a process reported, and how much it runs at once. */
    void reported(String worker, int atOnce) {
        workers.put(worker, atOnce);
        reported = true;
    }

    /** Called about once a second while more could start. */
    void tick() {
        if (!reported) {
            size = Math.min(most, size * 2);
        }
        reported = false;
    }

    /** How many tasks run at once, as far as is known. */
    int workers() {
        return workers.values().stream().mapToInt(Integer::intValue).sum();
    }

    int size() {
        return Math.min(most, Math.max(size, TIMES_WORKERS * workers()));
    }

    /** Whether time could make it larger. */
    boolean canGrow() {
        return size() < most;
    }
}
