package dev.cairn.codec.commonsmath;

import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import org.apache.commons.math3.complex.Complex;

/** Stores a {@link Complex} by its parts. */
@AnnouncedCodec
public final class ComplexCodec extends ConverterCodec<Complex, ComplexCodec.Form> {
    /**
     * The stored form.
     *
     * @param real the real part
     * @param imaginary the imaginary part
     */
    public record Form(double real, double imaginary) {}

    /** For generated code. */
    public ComplexCodec() {}

    @Override
    protected ComplexCodec.Form toStored(Complex value) {
        return new Form(value.getReal(), value.getImaginary());
    }

    @Override
    protected Complex fromStored(ComplexCodec.Form stored) {
        return new Complex(stored.real(), stored.imaginary());
    }
}
