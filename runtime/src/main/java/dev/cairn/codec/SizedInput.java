package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.io.Input;
import java.io.InputStream;

/** An input from a stream whose size is known, so that lengths can be checked before anything is allocated. */
final class SizedInput extends Input {
    private final long size;

    SizedInput(InputStream stream, int bufferSize, long size) {
        super(stream, bufferSize);
        this.size = size;
    }

    long remaining() {
        return size - total();
    }
}
