package dev.cairn.codec.commonsmath;

import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;
import org.apache.commons.math3.linear.BlockRealMatrix;

/** Stores a {@link BlockRealMatrix} by its rows. */
@AnnouncedCodec
public final class BlockRealMatrixCodec extends ConverterCodec<BlockRealMatrix, double[][]> {
    /** For generated code. */
    public BlockRealMatrixCodec() {}

    @Override
    protected double[][] toStored(BlockRealMatrix value) {
        return value.getData();
    }

    @Override
    protected BlockRealMatrix fromStored(double[][] stored) {
        return new BlockRealMatrix(stored);
    }
}
