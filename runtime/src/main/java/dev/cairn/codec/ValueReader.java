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
     * @throws MalformedArtifactException if the bytes are not a value of the stored schema
     */
    @Nullable
    Object read(Kryo kryo, Input input);
}
