package dev.cairn.runtime.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Stack frames as text. Frames that repeat, as those of a recursion without end do, are written once with their number; of many
 * different ones the first and the last are written.
 */
final class FrameText {
    private static final int LONGEST_PERIOD = 20;
    private static final int FEWEST_REPEATS = 3;
    private static final int MOST_LINES = 100;
    private static final int LAST_LINES = 30;

    private FrameText() {}

    /** Adds the first {@code count} of {@code frames}, a line each. */
    static void add(StringBuilder text, StackTraceElement[] frames, int count, String indent) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; ) {
            int period = period(frames, i, count);
            int length = Math.max(period, 1);
            for (int frame = i; frame < i + length; frame++) {
                lines.add(indent + "\tat " + frames[frame] + "\n");
            }
            i += length;
            if (period > 0) {
                int repeats = repeats(frames, i - length, period, count) - 1;
                lines.add(indent + "\t... " + (period == 1 ? "this frame" : "these " + period + " frames") + " "
                        + repeats + " more times\n");
                i += repeats * period;
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.size() > MOST_LINES && i == MOST_LINES - LAST_LINES) {
                int left = lines.size() - MOST_LINES;
                text.append(indent).append("\t... ").append(left).append(" more lines\n");
                i += left;
            }
            text.append(lines.get(i));
        }
    }

    /** The number of frames that repeat from here on, or 0. */
    private static int period(StackTraceElement[] frames, int start, int count) {
        for (int period = 1; period <= LONGEST_PERIOD; period++) {
            if (repeats(frames, start, period, count) >= FEWEST_REPEATS) {
                return period;
            }
        }
        return 0;
    }

    /** How often the frames from {@code start} on occur one after the other. */
    private static int repeats(StackTraceElement[] frames, int start, int period, int count) {
        int end = start + period;
        while (end < count && frames[end].equals(frames[end - period])) {
            end++;
        }
        return end > count ? 0 : (end - start) / period;
    }
}
