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
import javax.annotation.processing.Generated;

/** How the artifacts of {@link Checkpointing} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class CheckpointingCodecs {
    private static final NamedCodec<Checkpointing.State> STATE_CODEC = new StateCodec();

    /** Stores {@link Checkpointing#model}. */
    static final ArtifactCodec<Checkpointing.State> MODEL = STATE_CODEC;

    /** Stores {@link Checkpointing#checkpoint}. */
    static final ArtifactCodec<Checkpointing.State> CHECKPOINT = STATE_CODEC;

    private CheckpointingCodecs() {}

    private static final class StateCodec extends StructCodec<Checkpointing.State> {
        StateCodec() {
            super(
                    Checkpointing.State.class,
                    "dev.cairn.samples.artifacts.Checkpointing$State",
                    field("epoch", Codecs.INT),
                    field("value", Codecs.DOUBLE));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Checkpointing.State value) {
            PrimitiveFormat.writeInt(output, value.epoch());
            PrimitiveFormat.writeDouble(output, value.value());
        }

        @Override
        protected Checkpointing.State readFields(Kryo kryo, Input input) {
            return new Checkpointing.State(PrimitiveFormat.readInt(input), PrimitiveFormat.readDouble(input));
        }

        @Override
        protected Checkpointing.State create(FieldValues values) {
            return new Checkpointing.State(values.intAt(0), values.doubleAt(1));
        }
    }
}
