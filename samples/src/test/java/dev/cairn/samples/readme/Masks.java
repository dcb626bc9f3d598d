package dev.cairn.samples.readme;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes what differs from run to run equal: ids of runs, times, durations, versions of Java, and the width of columns that hold
 * them.
 */
final class Masks {
    /** The id of a run. */
    static final Pattern RUN = Pattern.compile("\\b[0-9]{8}T[0-9]{9}-[0-9a-z]{8}\\b");

    private static final Map<String, String> MASKS = new LinkedHashMap<>();

    static {
        MASKS.put(RUN.pattern(), "<run>");
        MASKS.put("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "<instant>");
        MASKS.put(" [+-][0-9]{2}:[0-9]{2}(?= |\n|$)", " <zone>");
        MASKS.put("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b", "<date>");
        MASKS.put("\\b[0-9]{2}:[0-9]{2}(:[0-9]{2})?(\\.[0-9]+)?Z?\\b", "<time>");
        MASKS.put("\\b[0-9]+(\\.[0-9]+)? ?(ms|s)\\b", "<duration>");
        MASKS.put("  commit +[0-9a-f]{40}\n", ""); // of tests; who runs the jar has none
        MASKS.put("(?<=\\bon Java )\\S+", "<version>");
        MASKS.put("(?<=\\S) {2,}", " ");
        MASKS.put(" +(?=\n)", "");
    }

    private Masks() {}

    /** What a person would read: no control sequences of the terminal, and no name of a temporary directory or a user. */
    static String readable(String output, Path directory) {
        return output.replaceAll("\u001b\\[[0-9;]*m", "")
                .replace(directory.toString(), "/home/ada/flows")
                .replaceAll(
                        "(?<= by {7})" + Pattern.quote(System.getProperty("user.name")) + "(?=, with Cairn)", "ada");
    }

    static String mask(String text) {
        String masked = text;
        for (Map.Entry<String, String> mask : MASKS.entrySet()) {
            masked = masked.replaceAll(mask.getKey(), mask.getValue());
        }
        return masked;
    }
}
