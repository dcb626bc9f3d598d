package dev.cairn.codec.commonsmath;

import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import org.apache.commons.math3.fraction.Fraction;

/** Stores a {@link Fraction} by its numerator and denominator, as it is in lowest terms. */
@AnnouncedCodec
public final class FractionCodec extends ConverterCodec<Fraction, FractionCodec.Form> {
    /**
     * The stored form.
     *
     * @param numerator the numerator, with the sign of the fraction
     * @param denominator the denominator, which is positive
     */
    public record Form(int numerator, int denominator) {}

    /** For generated code. */
    public FractionCodec() {}

    @Override
    protected FractionCodec.Form toStored(Fraction value) {
        return new Form(value.getNumerator(), value.getDenominator());
    }

    @Override
    protected Fraction fromStored(FractionCodec.Form stored) {
        return new Fraction(stored.numerator(), stored.denominator());
    }
}
