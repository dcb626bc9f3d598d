package dev.cairn.benchmarks.figures;

import dev.cairn.benchmarks.Spread;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * What was measured once in each round. Immutable.
 *
 * @param name what it is, with its unit
 * @param decimals how many of them are worth showing
 * @param limit what it is to be; empty if nothing
 * @param values one of each round
 */
public record Figure(String name, int decimals, String limit, List<Double> values) {
    private static final MathContext KEPT = new MathContext(6);

    /** Keeps six digits of each value: more is noise. */
    public Figure {
        values = values.stream().map(Figure::rounded).toList();
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(KEPT).doubleValue() : value;
    }

    /** How the values spread. */
    public Spread spread() {
        return Spread.of(values);
    }
}
