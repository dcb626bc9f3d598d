package dev.cairn.samples.penguins;

import dev.cairn.codec.CodecInput;
import dev.cairn.codec.CodecOutput;
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
    protected void write(Model<Label> model, CodecOutput output) throws IOException {
        model.serialize().writeTo(output);
    }

    @Override
    protected Model<Label> read(CodecInput input) throws IOException {
        return Model.deserialize(ModelProto.parseFrom(input)).castModel(Label.class);
    }
}
