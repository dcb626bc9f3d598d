package dev.cairn.codec.commonsmath;

import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;

/** Stores an {@link Array2DRowRealMatrix} by its rows. */
@AnnouncedCodec
public final class Array2DRowRealMatrixCodec extends ConverterCodec<Array2DRowRealMatrix, double[][]> {
    /** For generated code. */
    public Array2DRowRealMatrixCodec() {}

    @Override
    protected double[][] toStored(Array2DRowRealMatrix value) {
        return value.getData();
    }

    @Override
    protected Array2DRowRealMatrix fromStored(double[][] stored) {
        return new Array2DRowRealMatrix(stored, false);
    }
}
