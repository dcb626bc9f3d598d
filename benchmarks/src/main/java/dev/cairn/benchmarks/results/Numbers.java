package dev.cairn.benchmarks.results;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as text. */
final class Numbers {
    private Numbers() {}

    /** Without zeros at the end: {@code 0.7}, {@code 100}. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Three digits, and thousands apart: {@code 0.761}, {@code 12.3}, {@code 113,423}. */
    static String short3(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
