package dev.cairn.codec.commonsmath;

import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;

/** Stores any {@link RealVector} by its entries, also those of a sparse one that are zero. It is read as an {@link ArrayRealVector}. */
@AnnouncedCodec
public final class RealVectorCodec extends ConverterCodec<RealVector, double[]> {
    /** For generated code. */
    public RealVectorCodec() {}

    @Override
    protected double[] toStored(RealVector value) {
        return value.toArray();
    }

    @Override
    protected RealVector fromStored(double[] stored) {
        return new ArrayRealVector(stored, false);
    }
}
