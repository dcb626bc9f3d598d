package dev.cairn.datastore.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Compressing never pays. */
final class NoCompression implements Compression {
    static final NoCompression INSTANCE = new NoCompression();

    private NoCompression() {}

    @Override
    public Optional<byte[]> compress(byte[] content, int length) {
        return Optional.empty();
    }

    @Override
    public byte[] decompress(byte[] compressed, int size) throws IOException {
        throw new IOException("it is compressed, in a store that compresses nothing");
    }

    @Override
    public OutputStream compressing(OutputStream output) {
        return output;
    }

    @Override
    public InputStream decompressing(InputStream input) throws IOException {
        throw new IOException("it is compressed, in a store that compresses nothing");
    }
}
