package dev.cairn.codec.commonsmath;

import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Stores any {@link RealMatrix} by its rows, which of a sparse one are as many as of another. It is read as the class that {@link
 * MatrixUtils#createRealMatrix(double[][])} chooses by its size; matrices are equal if their entries are.
 */
@AnnouncedCodec
public final class RealMatrixCodec extends ConverterCodec<RealMatrix, double[][]> {
    /** For generated code. */
    public RealMatrixCodec() {}

    @Override
    protected double[][] toStored(RealMatrix value) {
        return value.getData();
    }

    @Override
    protected RealMatrix fromStored(double[][] stored) {
        return MatrixUtils.createRealMatrix(stored);
    }
}
