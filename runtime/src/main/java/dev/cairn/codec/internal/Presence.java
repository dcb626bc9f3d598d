package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.MalformedArtifactException;
import org.jspecify.annotations.Nullable;

/** The byte that tells a value from null: 1 or 0. */
public final class Presence {
    private Presence() {}

    /** Writes the byte; whether a value is to follow. */
    public static boolean write(Output output, @Nullable Object value) {
        output.writeByte((byte) (value == null ? 0 : 1));
        return value != null;
    }

    /** Reads the byte; whether a value follows. */
    public static boolean read(Input input) {
        byte presence = input.readByte();
        if ((presence & ~1) != 0) {
            throw new MalformedArtifactException("expected 0 or 1 before a value, found " + presence);
        }
        return presence != 0;
    }
}
