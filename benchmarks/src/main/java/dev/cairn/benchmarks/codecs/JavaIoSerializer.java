package dev.cairn.benchmarks.codecs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

/** The serialization of the JDK. */
final class JavaIoSerializer implements Serializer {
    @Override
    public Object toBytes(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(value, bytes);
        return bytes.toByteArray();
    }

    @Override
    public Object fromBytes(byte[] bytes) throws IOException {
        return read(new ByteArrayInputStream(bytes), bytes.length);
    }

    @Override
    public void write(Object value, OutputStream stream) throws IOException {
        try (ObjectOutputStream output = new ObjectOutputStream(stream)) {
            output.writeObject(value);
        }
    }

    @Override
    public Object read(InputStream stream, int size) throws IOException {
        try (ObjectInputStream input = new ObjectInputStream(stream)) {
            return input.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }
}
