package dev.cairn.samples.readme;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes what differs from run to run equal: ids of runs, times, durations, the width of columns that hold them, and the
 * directory of the project.
 */
final class Masks {
    private static final Map<String, String> MASKS = new LinkedHashMap<>();

    static {
        MASKS.put("\u001b\\[[0-9;]*m", "");
        MASKS.put("\\b[0-9]{8}T[0-9]{9}-[0-9a-z]{8}\\b", "<run>");
        MASKS.put("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b", "<date>");
        MASKS.put("\\b[0-9]{2}:[0-9]{2}(:[0-9]{2})?(\\.[0-9]+)?Z?\\b", "<time>");
        MASKS.put("\\b[0-9]+(\\.[0-9]+)? ?(ms|s)\\b", "<duration>");
        MASKS.put("(?<=\\S) {2,}", " ");
        MASKS.put(" +(?=\n)", "");
    }

    private Masks() {}

    /** What the README shows for the directory in which something was run. */
    static String directory(String text, Path directory) {
        return text.replace(directory.toString(), "/home/ada/flows");
    }

    static String mask(String text) {
        String masked = text;
        for (Map.Entry<String, String> mask : MASKS.entrySet()) {
            masked = masked.replaceAll(mask.getKey(), mask.getValue());
        }
        return masked;
    }
}
