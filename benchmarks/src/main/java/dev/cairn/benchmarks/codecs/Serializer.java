package dev.cairn.benchmarks.codecs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What turns values of one workload into bytes and back, by one thread. */
interface Serializer {
    Object toBytes(Object value) throws IOException;

    Object fromBytes(byte[] bytes) throws IOException;

    void write(Object value, OutputStream stream) throws IOException;

    Object read(InputStream stream, int size) throws IOException;
}
