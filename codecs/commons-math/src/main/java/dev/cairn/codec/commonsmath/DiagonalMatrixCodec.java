package dev.cairn.codec.commonsmath;

import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import org.apache.commons.math3.linear.DiagonalMatrix;

/** Stores a {@link DiagonalMatrix} by its diagonal. */
@AnnouncedCodec
public final class DiagonalMatrixCodec extends ConverterCodec<DiagonalMatrix, double[]> {
    /** For generated code. */
    public DiagonalMatrixCodec() {}

    @Override
    protected double[] toStored(DiagonalMatrix value) {
        return value.getDataRef();
    }

    @Override
    protected DiagonalMatrix fromStored(double[] stored) {
        return new DiagonalMatrix(stored, false);
    }
}
