package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.KryoException;
import com.esotericsoftware.kryo.kryo5.io.Input;
import java.io.InputStream;

/** An input from a stream whose size is known, so that lengths can be checked before anything is allocated. */
public final class SizedInput extends Input {
    private final long size;

    public SizedInput(InputStream stream, int bufferSize, long size) {
        super(stream, bufferSize);
        this.size = size;
    }

    @Override
    protected int fill(byte[] buffer, int offset, int count) {
        try {
            return super.fill(buffer, offset, count);
        } catch (KryoException e) {
            throw e; // CodecFailures finds the stream's own in it
        } catch (RuntimeException e) {
            throw new StreamFailure(e); // no mistake of the bytes, nor of a codec
        }
    }

    long remaining() {
        return size - total();
    }
}
