package dev.cairn.benchmarks.codecs;

import java.io.InputStream;
import java.io.OutputStream;
import org.apache.fory.Fory;
import org.apache.fory.io.ForyInputStream;

/** Apache Fory: classes have to be registered, references are not tracked, and its limits on sizes are lifted. */
final class ForySerializer implements Serializer {
    private final Fory fory;

    /** In compatible mode data have a schema, as Cairn's have; else writer and reader must have the same classes. */
    ForySerializer(boolean compatible) {
        fory = Fory.builder()
                .withXlang(false)
                .requireClassRegistration(true)
                .withRefTracking(false)
                .withCompatible(compatible)
                .build();
        fory.register(Row.class);
        fory.ensureSerializersCompiled();
    }

    @Override
    public Object toBytes(Object value) {
        return fory.serialize(value);
    }

    @Override
    public Object fromBytes(byte[] bytes) {
        return fory.deserialize(bytes);
    }

    @Override
    public void write(Object value, OutputStream stream) {
        fory.serialize(stream, value);
    }

    @Override
    public Object read(InputStream stream, int size) {
        return fory.deserialize(new ForyInputStream(stream));
    }
}
