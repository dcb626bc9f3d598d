package dev.cairn.datastore.support;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Writes each byte twice, so that the stored bytes are others than the content. */
final class Doubling implements Compression {
    @Override
    public Optional<byte[]> compress(byte[] content, int length) {
        byte[] doubled = new byte[2 * length];
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] = content[i / 2];
        }
        return Optional.of(doubled);
    }

    @Override
    public byte[] decompress(byte[] compressed, int size) throws IOException {
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = single(compressed[2 * i], compressed[2 * i + 1]);
        }
        return content;
    }

    private static byte single(int one, int other) throws IOException {
        if (one != other) {
            throw new IOException("not doubled");
        }
        return (byte) one;
    }

    @Override
    public OutputStream compressing(OutputStream output) {
        return new FilterOutputStream(output) {
            @Override
            public void write(int value) throws IOException {
                out.write(value);
                out.write(value);
            }
        };
    }

    @Override
    public InputStream decompressing(InputStream input) {
        return new FilterInputStream(input) {
            @Override
            public int read() throws IOException {
                int one = in.read();
                return one < 0 ? -1 : single((byte) one, (byte) in.read()) & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int value = read();
                if (value < 0) {
                    return -1;
                }
                bytes[offset] = (byte) value;
                return 1;
            }
        };
    }
}
