package dev.cairn.engine.task;

import dev.cairn.runtime.internal.PlainText;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Prints log lines as {@code 2026-11-23 21:07:11.042 [ModelSelection/20261123T210711042-k3f9x2dq/end] text}. */
public final class LogPrinter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private LogPrinter() {}

    public static void print(Instant at, String path, String line) {
        PrintStream output = System.out;
        output.println(format(at, ZoneId.systemDefault(), path, line));
    }

    static String format(Instant at, ZoneId zone, String path, String line) {
        return TIME.format(at.atZone(zone)) + " [" + path + "] " + PlainText.of(line);
    }
}
