package dev.cairn.samples.readme;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes what differs from run to run equal: ids of runs, times, durations, and the width of columns that hold them. */
final class Masks {
    private static final Map<String, String> MASKS = new LinkedHashMap<>();

    static {
        MASKS.put("\\b[0-9]{8}T[0-9]{9}-[0-9a-z]{8}\\b", "<run>");
        MASKS.put("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "<instant>");
        MASKS.put("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b", "<date>");
        MASKS.put("\\b[0-9]{2}:[0-9]{2}(:[0-9]{2})?(\\.[0-9]+)?Z?\\b", "<time>");
        MASKS.put("\\b[0-9]+(\\.[0-9]+)? ?(ms|s)\\b", "<duration>");
        MASKS.put("(?<=\\S) {2,}", " ");
        MASKS.put(" +(?=\n)", "");
    }

    private Masks() {}

    /** What a person would read: no control sequences of the terminal, and no name of a temporary directory. */
    static String readable(String output, Path directory) {
        return output.replaceAll("\u001b\\[[0-9;]*m", "").replace(directory.toString(), "/home/ada/flows");
    }

    static String mask(String text) {
        String masked = text;
        for (Map.Entry<String, String> mask : MASKS.entrySet()) {
            masked = masked.replaceAll(mask.getKey(), mask.getValue());
        }
        return masked;
    }
}
