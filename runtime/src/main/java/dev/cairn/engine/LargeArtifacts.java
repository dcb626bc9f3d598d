package dev.cairn.engine;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Says a word where an artifact is very large: whoever reads it has to hold all of it.
 *
 * @param limit the number of bytes above which it speaks
 * @param log where it speaks
 */
record LargeArtifacts(long limit, Consumer<String> log) {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    void stored(String artifact, long size) {
        if (size > limit) {
            log.accept("artifact `" + artifact + "` has " + text(size)
                    + ". As a file of the run it could be read and written" + " in parts: task.files()");
        }
    }

    /** {@code 812 bytes}, {@code 1.3 GB}. */
    static String text(long size) {
        if (size < 1000) {
            return size + " bytes";
        }
        double number = size / 1000.0;
        int unit = 0;
        while (number >= 999.95 && unit < UNITS.length - 1) {
            number /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", number, UNITS[unit]);
    }
}
