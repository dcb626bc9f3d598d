package dev.cairn.processor.lock;

import dev.cairn.processor.model.Position;
import dev.cairn.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * The lock file describes the code: otherwise the next change would be compared with something too old. That it is not written by
 * each build is on purpose: it would have every step of an edit, of which no run has stored anything.
 */
public final class UnrecordedChange {
    static final String ID = "unrecorded-change";

    private static final int SHOWN = 12;

    private UnrecordedChange() {}

    /**
     * What is to be said of a difference.
     *
     * @param file the name of the lock file
     */
    public static Problem problem(Difference difference, String file, Position position) {
        String what = difference.place().text();
        if (difference.isNew()) {
            return Problem.error(ID, position, what + " is not in `" + file + "`")
                    .fix(fix(""));
        }
        return Problem.error(ID, position, what + " is not stored as `" + file + "` says")
                .detail("lock", String.join("\n", shown(difference.lines())))
                .fix(fix("older runs stay readable: "));
    }

    private static String fix(String reason) {
        return reason + "build once with `-Acairn.lock.write=compatible`, and commit the file.";
    }

    private static List<String> shown(List<String> lines) {
        if (lines.size() <= SHOWN) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, SHOWN));
        shown.add("(" + (lines.size() - SHOWN) + " more lines)");
        return shown;
    }
}
