package dev.cairn.codec.commonsmath;

import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import org.apache.commons.math3.complex.Quaternion;

/** Stores a {@link Quaternion} by its parts. */
@AnnouncedCodec
public final class QuaternionCodec extends ConverterCodec<Quaternion, QuaternionCodec.Form> {
    /**
     * The stored form.
     *
     * @param q0 the scalar part
     * @param q1 the first component of the vector part
     * @param q2 the second component of the vector part
     * @param q3 the third component of the vector part
     */
    public record Form(double q0, double q1, double q2, double q3) {}

    /** For generated code. */
    public QuaternionCodec() {}

    @Override
    protected QuaternionCodec.Form toStored(Quaternion value) {
        return new Form(value.getQ0(), value.getQ1(), value.getQ2(), value.getQ3());
    }

    @Override
    protected Quaternion fromStored(QuaternionCodec.Form stored) {
        return new Quaternion(stored.q0(), stored.q1(), stored.q2(), stored.q3());
    }
}
