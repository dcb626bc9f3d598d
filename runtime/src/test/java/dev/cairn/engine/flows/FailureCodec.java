package dev.cairn.engine.flows;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.FieldValues;
import dev.cairn.codec.StructCodec;
import dev.cairn.runtime.Failure;

/** The codec of {@link Failure} as the processor generates it. */
final class FailureCodec extends StructCodec<Failure> {
    FailureCodec() {
        super(
                Failure.class,
                "dev.cairn.runtime.Failure",
                field("type", Codecs.STRING),
                field("message", Codecs.STRING),
                field("stackTrace", Codecs.STRING));
    }

    @Override
    protected void writeFields(Kryo kryo, Output output, Failure value) {
        Codecs.STRING.write(kryo, output, value.type());
        Codecs.STRING.write(kryo, output, value.message());
        Codecs.STRING.write(kryo, output, value.stackTrace());
    }

    @Override
    protected Failure readFields(Kryo kryo, Input input) {
        return new Failure(
                Codecs.STRING.read(kryo, input), Codecs.STRING.read(kryo, input), Codecs.STRING.read(kryo, input));
    }

    @Override
    protected Failure create(FieldValues values) {
        return new Failure(values.at(0), values.at(1), values.at(2));
    }
}
