package dev.cairn.benchmarks.codecs;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;

/** Jackson's data binding with CBOR, for lists of rows. */
final class CborSerializer implements Serializer {
    private final ObjectWriter writer;
    private final ObjectReader reader;

    CborSerializer() {
        CBORMapper mapper = new CBORMapper();
        var rows = mapper.getTypeFactory().constructCollectionType(ArrayList.class, Row.class);
        writer = mapper.writerFor(rows);
        reader = mapper.readerFor(rows);
    }

    @Override
    public Object toBytes(Object value) throws IOException {
        return writer.writeValueAsBytes(value);
    }

    @Override
    public Object fromBytes(byte[] bytes) throws IOException {
        return reader.readValue(bytes);
    }

    @Override
    public void write(Object value, OutputStream stream) throws IOException {
        writer.writeValue(stream, value);
    }

    @Override
    public Object read(InputStream stream, int size) throws IOException {
        return reader.readValue(stream);
    }
}
