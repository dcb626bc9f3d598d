package dev.cairn.codec.commonsmath;

import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import org.apache.commons.math3.analysis.polynomials.PolynomialFunction;

/** Stores a {@link PolynomialFunction} by its coefficients, that of the lowest power first. */
@AnnouncedCodec
public final class PolynomialFunctionCodec extends ConverterCodec<PolynomialFunction, double[]> {
    /** For generated code. */
    public PolynomialFunctionCodec() {}

    @Override
    protected double[] toStored(PolynomialFunction value) {
        return value.getCoefficients();
    }

    @Override
    protected PolynomialFunction fromStored(double[] stored) {
        return new PolynomialFunction(stored);
    }
}
