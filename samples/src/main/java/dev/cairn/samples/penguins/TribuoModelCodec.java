package dev.cairn.samples.penguins;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.CustomCodec;
import java.io.IOException;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.protos.core.ModelProto;

/** Stores Tribuo's classifiers in Tribuo's own format, which is protobuf. */
public final class TribuoModelCodec extends CustomCodec<Model<Label>> {
    /** For generated code. */
    public TribuoModelCodec() {
        super(Model.class, "org.tribuo.model/1");
    }

    @Override
    protected void write(Model<Label> model, Output output) throws IOException {
        model.serialize().writeTo(output);
    }

    @Override
    protected Model<Label> read(Input input) throws IOException {
        return Model.deserialize(ModelProto.parseFrom(input)).castModel(Label.class);
    }
}
