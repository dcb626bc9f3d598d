package dev.cairn.codec.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A stream that belongs to the caller: neither closed nor, at each full buffer, flushed. What it throws is carried past Kryo, which would
 * make an exception of its own of it.
 */
public final class UnclosedOutputStream extends FilterOutputStream {
    public UnclosedOutputStream(OutputStream stream) {
        super(stream);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new StreamFailure(e);
        }
    }

    @Override
    public void flush() {
        // The caller does it.
    }

    @Override
    public void close() {
        // The caller does it.
    }
}
