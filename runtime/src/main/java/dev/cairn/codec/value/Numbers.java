package dev.cairn.codec.value;

import dev.cairn.codec.TreeConversionException;
import dev.cairn.codec.internal.TreeErrors;
import java.math.BigDecimal;

/** Makes numbers of text and of other numbers, without loss. Any exception means that it is not possible. */
final class Numbers {
    private Numbers() {}

    static long integer(Object scalar, String type, long least, long most) {
        BigDecimal number = number(scalar);
        boolean inRange =
                number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        if (!inRange) {
            throw new TreeConversionException(
                    scalar + " is not " + TreeErrors.withArticle(type) + ": it must be from " + least + " to " + most);
        }
        return number.longValueExact();
    }

    static double floating(Object scalar) {
        if (scalar instanceof String text && (text.equals("NaN") || text.endsWith("Infinity"))) {
            return Double.parseDouble(text);
        } else if (scalar instanceof Double || scalar instanceof Float) {
            return ((Number) scalar).doubleValue();
        }
        double value = number(scalar).doubleValue();
        if (Double.isInfinite(value)) {
            throw new TreeConversionException(scalar + " is too large for a double");
        }
        // BigDecimal has no negative zero.
        return value == 0 && scalar.toString().startsWith("-") ? -0.0 : value;
    }

    static float singlePrecision(Object scalar) {
        double value = floating(scalar);
        float nearest = (float) value; // of the digits of Float.MAX_VALUE, which are more than it
        if (Float.isInfinite(nearest) && !Double.isInfinite(value)) {
            throw new TreeConversionException(scalar + " is too large for a float");
        }
        return nearest;
    }

    static BigDecimal number(Object scalar) {
        if (scalar instanceof Number || scalar instanceof String) {
            return new BigDecimal(scalar.toString());
        }
        throw new NumberFormatException("not a number");
    }
}
