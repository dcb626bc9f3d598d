package dev.cairn.samples.selection;

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

/** How the artifacts of {@link ModelSelection} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class ModelSelectionCodecs {
    private static final NamedCodec<Config> CONFIG_CODEC = new ConfigCodec();

    private static final NamedCodec<Model> MODEL_CODEC = new ModelCodec();

    /** Stores {@link ModelSelection#rates}. */
    static final ArtifactCodec<List<Double>> RATES = Codecs.list(Codecs.BOXED_DOUBLE);

    /** Stores {@link ModelSelection#candidates}. */
    static final ArtifactCodec<List<Config>> CANDIDATES = Codecs.list(CONFIG_CODEC);

    /** Stores an element of {@link ModelSelection#candidates}. */
    static final ArtifactCodec<Config> CANDIDATES_ITEM = CONFIG_CODEC;

    /** Stores {@link ModelSelection#model}. */
    static final ArtifactCodec<Model> MODEL = MODEL_CODEC;

    /** Stores {@link ModelSelection#accuracy}. */
    static final ArtifactCodec<Double> ACCURACY = Codecs.DOUBLE;

    /** Stores {@link ModelSelection#bestAccuracy}. */
    static final ArtifactCodec<Double> BEST_ACCURACY = Codecs.DOUBLE;

    private ModelSelectionCodecs() {}

    private static final class ConfigCodec extends StructCodec<Config> {
        ConfigCodec() {
            super(Config.class, "dev.cairn.samples.selection.Config",
                    field("learningRate", Codecs.DOUBLE),
                    field("epochs", Codecs.INT));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Config value) {
            PrimitiveFormat.writeDouble(output, value.learningRate());
            PrimitiveFormat.writeInt(output, value.epochs());
        }

        @Override
        protected Config readFields(Kryo kryo, Input input) {
            return new Config(PrimitiveFormat.readDouble(input), PrimitiveFormat.readInt(input));
        }

        @Override
        protected Config create(FieldValues values) {
            return new Config(values.doubleAt(0), values.intAt(1));
        }
    }

    private static final class ModelCodec extends StructCodec<Model> {
        ModelCodec() {
            super(Model.class, "dev.cairn.samples.selection.Model",
                    field("slope", Codecs.DOUBLE),
                    field("intercept", Codecs.DOUBLE));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Model value) {
            PrimitiveFormat.writeDouble(output, value.slope());
            PrimitiveFormat.writeDouble(output, value.intercept());
        }

        @Override
        protected Model readFields(Kryo kryo, Input input) {
            return new Model(PrimitiveFormat.readDouble(input), PrimitiveFormat.readDouble(input));
        }

        @Override
        protected Model create(FieldValues values) {
            return new Model(values.doubleAt(0), values.doubleAt(1));
        }
    }
}
