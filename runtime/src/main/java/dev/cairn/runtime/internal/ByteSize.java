package dev.cairn.runtime.internal;

import java.util.Locale;

/** Numbers of bytes, for people. */
public final class ByteSize {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private ByteSize() {}

    /**
     * Writes a size as {@code 812 bytes} or {@code 1.3 GB}.
     *
     * @param size the number of bytes, at least 0
     * @return the text, with units of 1000
     */
    public static String text(long size) {
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
