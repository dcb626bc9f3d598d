package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.ValueReader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs readers on bytes that may be anything. */
public final class Decoding {
    private Decoding() {}

    /** Reads a value, which has to be all that is left of the input. */
    public static @Nullable Object whole(ValueReader reader, Input input) {
        return part(
                (kryo, bytes) -> {
                    Object value = reader.read(kryo, bytes);
                    long left = Lengths.remaining(bytes);
                    if (left != 0 && !bytes.end()) {
                        throw new MalformedArtifactException("the value ends before the bytes do: " + left
                                + (left == 1 ? " byte is" : " bytes are") + " left");
                    }
                    return value;
                },
                input);
    }

    /** Reads a value, or as much of it as the reader wants. */
    public static @Nullable Object part(ValueReader reader, Input input) {
        CodecKryo kryo = CodecKryo.borrow();
        try {
            kryo.state().beginReading(Lengths.remaining(input));
            return reader.read(kryo, input);
        } catch (CodecException | StreamFailure e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw CodecFailures.ofReading(e);
        } finally {
            CodecKryo.giveBack(kryo);
        }
    }

    /** What reads a beginning. */
    @FunctionalInterface
    public interface BeginningReader {
        void read(Kryo kryo, Input input);
    }

    /** Reads the beginning of a value, as far as the input goes; whether it went on to the end of the value. */
    public static boolean beginning(BeginningReader reader, Input input) {
        CodecKryo kryo = CodecKryo.borrow();
        try {
            kryo.state().beginReading(Lengths.remaining(input));
            reader.read(kryo, input);
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            return false; // an input that ends within the value is no mistake here
        } finally {
            CodecKryo.giveBack(kryo);
        }
    }

    public static <T> T guarded(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (CodecException | StreamFailure e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw CodecFailures.ofReading(e);
        }
    }
}
