package dev.cairn.codec.commonsmath;

import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.analysis.polynomials.PolynomialFunction;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;

/** Stores a {@link PolynomialSplineFunction}, which interpolators fit, by its knots and the coefficients between them. */
@AnnouncedCodec
public final class PolynomialSplineFunctionCodec
        extends ConverterCodec<PolynomialSplineFunction, PolynomialSplineFunctionCodec.Form> {
    /**
     * The stored form.
     *
     * @param knots where the pieces meet, from the smallest to the largest
     * @param polynomials the coefficients of each piece, one piece less than knots, that of the lowest power first
     */
    public record Form(double[] knots, List<double[]> polynomials) {}

    /** For generated code. */
    public PolynomialSplineFunctionCodec() {}

    @Override
    protected PolynomialSplineFunctionCodec.Form toStored(PolynomialSplineFunction value) {
        List<double[]> polynomials = Arrays.stream(value.getPolynomials())
                .map(PolynomialFunction::getCoefficients)
                .toList();
        return new Form(value.getKnots(), polynomials);
    }

    @Override
    protected PolynomialSplineFunction fromStored(PolynomialSplineFunctionCodec.Form stored) {
        PolynomialFunction[] polynomials =
                stored.polynomials().stream().map(PolynomialFunction::new).toArray(PolynomialFunction[]::new);
        return new PolynomialSplineFunction(stored.knots(), polynomials);
    }
}
