package dev.cairn.codec.commonsmath;

import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import org.apache.commons.math3.linear.ArrayRealVector;

/** Stores an {@link ArrayRealVector} by its entries. */
@AnnouncedCodec
public final class ArrayRealVectorCodec extends ConverterCodec<ArrayRealVector, double[]> {
    /** For generated code. */
    public ArrayRealVectorCodec() {}

    @Override
    protected double[] toStored(ArrayRealVector value) {
        return value.getDataRef();
    }

    @Override
    protected ArrayRealVector fromStored(double[] stored) {
        return new ArrayRealVector(stored, false);
    }
}
