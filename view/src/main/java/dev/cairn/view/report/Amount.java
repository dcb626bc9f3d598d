package dev.cairn.view.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times, durations and numbers, for people. */
final class Amount {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final double MANY = 1e7;
    private static final double FEW = 1e-3;

    private Amount() {}

    /** {@code 2026-11-23 21:07:11 +01:00}. */
    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone)) + " " + ZONE.format(at.atZone(zone));
    }

    /** {@code 21:07:11.042}. */
    static String timeOfDay(Instant at, ZoneId zone) {
        return TIME_OF_DAY.format(at.atZone(zone));
    }

    /** {@code 42 µs}, {@code 12 ms}, {@code 1.52 s}, {@code 3 min 20 s}, {@code 4 h 12 min}, {@code 2 d 3 h}. */
    static String duration(Duration duration) {
        long micros = duration.toNanos() / 1000;
        if (micros == 0) {
            return "0 s";
        } else if (micros < 1000) {
            return micros + " µs";
        } else if (micros < 1_000_000) {
            return micros < 10_000 ? decimal(micros / 1e3) + " ms" : micros / 1000 + " ms";
        } else if (duration.toMinutes() < 1) {
            return decimal(micros / 1e6) + " s";
        } else if (duration.toHours() < 1) {
            return parts(duration.toMinutes(), " min", duration.toSecondsPart(), " s");
        } else if (duration.toDays() < 1) {
            return parts(duration.toHours(), " h", duration.toMinutesPart(), " min");
        }
        return parts(duration.toDays(), " d", duration.toHoursPart(), " h");
    }

    private static String parts(long large, String unit, int small, String smallUnit) {
        return large + unit + (small == 0 ? "" : " " + small + smallUnit);
    }

    static String micros(long micros) {
        return duration(Duration.ofNanos(micros * 1000));
    }

    private static String decimal(double value) {
        String text = String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
        return text.replaceFirst("\\.?0+$", "");
    }

    /** {@code 1 task}, {@code 100,000 tasks}. */
    static String count(long number, String what) {
        return number(number) + " " + what + (number == 1 ? "" : "s");
    }

    /** {@code 100,000}. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number of a user, to four digits: {@code 0.9412}, {@code 12,345}, {@code 1.2e-7}. */
    static String value(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < MANY) {
            return number((long) value);
        } else if (Double.isNaN(value) || Double.isInfinite(value)) {
            return String.valueOf(value);
        } else if (size >= MANY || size < FEW) {
            return String.format(Locale.ROOT, "%.3e", value)
                    .replaceFirst("\\.?0+e", "e")
                    .replaceFirst("e\\+?(-?)0*", "e$1");
        }
        int digits = Math.max(0, 4 - (int) Math.ceil(Math.log10(size)));
        String text = String.format(Locale.ROOT, "%,." + digits + "f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
