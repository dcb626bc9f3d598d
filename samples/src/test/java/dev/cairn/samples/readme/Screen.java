package dev.cairn.samples.readme;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a terminal showed.
 *
 * @param text the lines
 */
record Screen(String text) {
    private static final String LEFT_OUT = "...";

    /** Whether a page that shows {@code page} shows this: a line of three dots stands for any number of lines. */
    boolean shows(String page) {
        String lines = page.lines()
                .map(line -> line.equals(LEFT_OUT) ? "(?:.*\n)*?" : Pattern.quote(line + "\n"))
                .collect(Collectors.joining());
        return text.matches(lines);
    }
}
