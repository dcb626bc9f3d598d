package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import org.jspecify.annotations.Nullable;

/** Reads a value that was stored under some schema, as the current type. Thread-safe. */
@FunctionalInterface
public interface ValueReader {
    /**
     * Reads one value, and nothing after it.
     *
     * @param kryo keeps the state of the value that is read; the codecs of its parts get the same one
     * @param input is at the first byte of the value; afterwards behind its last
     * @return the value; null if null was stored, or if the value is skipped
     * @throws MalformedArtifactException if the bytes are not a value of the stored schema
     */
    @Nullable
    Object read(Kryo kryo, Input input);
}
