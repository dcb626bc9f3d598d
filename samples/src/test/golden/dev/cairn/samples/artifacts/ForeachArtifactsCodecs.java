package dev.cairn.samples.artifacts;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.FieldValues;
import dev.cairn.codec.NamedCodec;
import dev.cairn.codec.PrimitiveFormat;
import dev.cairn.codec.StructCodec;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the artifacts of {@link ForeachArtifacts} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class ForeachArtifactsCodecs {
    private static final NamedCodec<ForeachArtifacts.Hyperparameters> HYPERPARAMETERS_CODEC =
            new HyperparametersCodec();

    /** Stores {@link ForeachArtifacts#parameters}. */
    static final ArtifactCodec<List<ForeachArtifacts.Hyperparameters>> PARAMETERS = Codecs.list(HYPERPARAMETERS_CODEC);

    /** Stores an element of {@link ForeachArtifacts#parameters}. */
    static final ArtifactCodec<ForeachArtifacts.Hyperparameters> PARAMETERS_ITEM = HYPERPARAMETERS_CODEC;

    /** Stores {@link ForeachArtifacts#model}. */
    static final ArtifactCodec<List<Double>> MODEL = Codecs.list(Codecs.BOXED_DOUBLE);

    /** Stores {@link ForeachArtifacts#accuracy}. */
    static final ArtifactCodec<Double> ACCURACY = Codecs.DOUBLE;

    /** Stores {@link ForeachArtifacts#allModels}. */
    static final ArtifactCodec<List<List<Double>>> ALL_MODELS = Codecs.list(Codecs.list(Codecs.BOXED_DOUBLE));

    /** Stores {@link ForeachArtifacts#bestAccuracy}. */
    static final ArtifactCodec<Double> BEST_ACCURACY = Codecs.DOUBLE;

    private ForeachArtifactsCodecs() {}

    private static final class HyperparametersCodec extends StructCodec<ForeachArtifacts.Hyperparameters> {
        HyperparametersCodec() {
            super(
                    ForeachArtifacts.Hyperparameters.class,
                    "dev.cairn.samples.artifacts.ForeachArtifacts$Hyperparameters",
                    field("learningRate", Codecs.DOUBLE),
                    field("batchSize", Codecs.INT));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output,
                ForeachArtifacts.Hyperparameters value) {
            PrimitiveFormat.writeDouble(output, value.learningRate());
            PrimitiveFormat.writeInt(output, value.batchSize());
        }

        @Override
        protected ForeachArtifacts.Hyperparameters readFields(Kryo kryo, Input input) {
            return new ForeachArtifacts.Hyperparameters(
                    PrimitiveFormat.readDouble(input), PrimitiveFormat.readInt(input));
        }

        @Override
        protected ForeachArtifacts.Hyperparameters create(FieldValues values) {
            return new ForeachArtifacts.Hyperparameters(values.doubleAt(0), values.intAt(1));
        }
    }
}
