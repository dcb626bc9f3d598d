package dev.cairn.samples.penguins;

import dev.cairn.codec.CustomCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.protos.core.ModelProto;

/** Stores Tribuo's classifiers in Tribuo's own format, which is protobuf. */
public final class TribuoModelCodec extends CustomCodec<Model<Label>> {
    /** For generated code. */
    public TribuoModelCodec() {
        super("tribuo-model");
    }

    @Override
    protected void write(Model<Label> model, OutputStream output) throws IOException {
        model.serialize().writeTo(output);
    }

    @Override
    protected Model<Label> read(InputStream input) throws IOException {
        return Model.deserialize(ModelProto.parseFrom(input)).castModel(Label.class);
    }
}
