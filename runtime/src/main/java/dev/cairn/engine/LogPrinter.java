package dev.cairn.engine;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Prints log lines as {@code 2026-11-23 21:07:11.042 [ModelSelection/20261123T210711042-k3f9x2dq/end] text}. */
final class LogPrinter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private LogPrinter() {}

    static void print(Instant at, String path, String line) {
        PrintStream output = System.out;
        output.println(format(at, ZoneId.systemDefault(), path, line));
    }

    static String format(Instant at, ZoneId zone, String path, String line) {
        return TIME.format(at.atZone(zone)) + " [" + path + "] " + neutralised(line);
    }

    /** A line may come from anywhere, so it must not steer the terminal: control characters become visible. */
    private static String neutralised(String line) {
        StringBuilder text = new StringBuilder(line.length());
        line.codePoints().forEach(character -> {
            if (Character.isISOControl(character) && character != '\t') {
                text.append(String.format("\\u%04x", character));
            } else {
                text.appendCodePoint(character);
            }
        });
        return text.toString();
    }
}
