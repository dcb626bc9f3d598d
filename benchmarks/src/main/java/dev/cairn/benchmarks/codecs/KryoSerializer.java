package dev.cairn.benchmarks.codecs;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;

/** Kryo as it comes: its default serializers, classes registered, references off, buffers reused. */
final class KryoSerializer implements Serializer {
    private static final int BUFFER = 1 << 16;

    private final Kryo kryo = new Kryo();
    private final Output memory = new Output(BUFFER, -1);
    private final Output output = new Output(BUFFER);
    private final Input input = new Input(BUFFER);

    KryoSerializer() {
        kryo.setRegistrationRequired(true);
        kryo.register(ArrayList.class);
        kryo.register(HashMap.class);
        kryo.register(Row.class);
        kryo.register(double[].class);
        kryo.register(byte[].class);
    }

    @Override
    public Object toBytes(Object value) {
        memory.reset();
        kryo.writeClassAndObject(memory, value);
        return memory.toBytes();
    }

    @Override
    public Object fromBytes(byte[] bytes) {
        return kryo.readClassAndObject(new Input(bytes));
    }

    @Override
    public void write(Object value, OutputStream stream) {
        output.setOutputStream(stream);
        kryo.writeClassAndObject(output, value);
        output.flush();
    }

    @Override
    public Object read(InputStream stream, int size) {
        input.setInputStream(stream);
        return kryo.readClassAndObject(input);
    }
}
