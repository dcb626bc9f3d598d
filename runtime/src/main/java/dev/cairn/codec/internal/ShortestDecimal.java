package dev.cairn.codec.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Numbers with a floating point as text that is the same on each JDK: what {@code toString} makes of them from JDK 19 on. Before,
 * it has more digits than are needed of some numbers: 1.9999999999999998E23 for 2.0E23.
 *
 * <p>The digits are those of the shortest decimal that is read as the same number, of at least two digits; of several, the closest
 * to the number; of two as close, the one with an even last digit.
 */
public final class ShortestDecimal {
    private static final boolean DONE_BY_JDK = Runtime.version().feature() >= 19;
    private static final int FEWEST_DIGITS = 2;

    /** Numbers from 10^-3 to 10^7 have no exponent. */
    private static final int LOWEST_PLAIN = -3;

    private static final int FIRST_NOT_PLAIN = 7;
    private static final double LARGEST_PLAIN = 1e7;

    private ShortestDecimal() {}

    public static String of(double value) {
        return DONE_BY_JDK || isSimple(value) ? Double.toString(value) : computed(value);
    }

    public static String of(float value) {
        return DONE_BY_JDK || isSimple(value) ? Float.toString(value) : computed(value);
    }

    /** Small integers, which each JDK writes in the same way, and what has no digits. */
    private static boolean isSimple(double value) {
        return !Double.isFinite(value) || Math.abs(value) < LARGEST_PLAIN && value == (int) value;
    }

    /** The text of a finite number that is not 0. */
    static String computed(double value) {
        double size = Math.abs(value);
        String digits = shortest(size, Double.toString(size), it -> Double.parseDouble(it.toString()) == size);
        return value < 0 ? "-" + digits : digits;
    }

    /** The text of a finite number that is not 0. */
    static String computed(float value) {
        float size = Math.abs(value);
        String digits = shortest(size, Float.toString(size), it -> Float.parseFloat(it.toString()) == size);
        return value < 0 ? "-" + digits : digits;
    }

    /** Begins with a text that has enough digits, and takes one away as long as what is left is read as the number. */
    private static String shortest(double size, String enough, Predicate<BigDecimal> isSame) {
        BigDecimal exact = new BigDecimal(size);
        BigDecimal shortest = new BigDecimal(enough);
        for (int digits = Math.max(FEWEST_DIGITS, shortest.precision()); digits >= FEWEST_DIGITS; digits--) {
            BigDecimal shorter = closest(exact, digits, isSame);
            if (shorter == null) {
                break;
            }
            shortest = shorter;
        }
        return text(shortest.stripTrailingZeros());
    }

    /** The closest decimal of so many digits that is read as the number; null if none is. */
    private static @Nullable BigDecimal closest(BigDecimal exact, int digits, Predicate<BigDecimal> isSame) {
        BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
        BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
        int order = exact.subtract(below).compareTo(above.subtract(exact));
        boolean belowFirst = order < 0 || order == 0 && !below.unscaledValue().testBit(0);
        BigDecimal first = belowFirst ? below : above;
        BigDecimal second = belowFirst ? above : below;
        return isSame.test(first) ? first : isSame.test(second) ? second : null;
    }

    private static String text(BigDecimal decimal) {
        String digits = decimal.unscaledValue().toString();
        int exponent = digits.length() - 1 - decimal.scale();
        if (exponent >= LOWEST_PLAIN && exponent < FIRST_NOT_PLAIN) {
            return decimal.setScale(Math.max(1, decimal.scale())).toPlainString();
        }
        String fraction = digits.length() == 1 ? "0" : digits.substring(1);
        return digits.charAt(0) + "." + fraction + "E" + exponent;
    }
}
