package dev.cairn.codec.opaque;

import com.esotericsoftware.kryo.kryo5.KryoException;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.UnsupportedValueException;
import dev.cairn.codec.internal.CodecFailures;
import dev.cairn.codec.internal.StreamFailure;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds in what a reflective serializer throws the one sentence that a user needs: serializers wrap what is thrown below them, once
 * for each level, and add where they were.
 */
final class OpaqueFailures {
    private static final int MOST_CAUSES = 1000;

    private OpaqueFailures() {}

    /** Throws what the value could not be stored for. */
    static CodecException ofWriting(Object value, Throwable failure) {
        throwKnown(failure, CodecFailures::ofWriting);
        return new UnsupportedValueException(
                "a " + value.getClass().getName() + " could not be stored reflectively: " + reason(failure), failure);
    }

    /** Throws what the value could not be read for. */
    static CodecException ofReading(Class<?> type, Throwable failure) {
        try {
            throwKnown(failure, CodecFailures::ofReading);
        } catch (UnsupportedValueException e) {
            // Kryo asks for the serializer of a field's declared class, which the stored list does not have, as if to
            // write.
            return new MalformedArtifactException(e.problem(), failure);
        }
        return new MalformedArtifactException(
                "a " + type.getName() + " could not be read reflectively: " + reason(failure), failure);
    }

    /** What was thrown by ourselves is passed on as it is; that the stack was too small is said without the wrappers. */
    private static void throwKnown(Throwable failure, Function<Throwable, CodecException> ofStack) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            if (cause instanceof CodecException known) {
                throw known;
            } else if (cause instanceof StreamFailure stream) {
                throw stream;
            } else if (cause instanceof StackOverflowError) {
                throw ofStack.apply(cause);
            }
            cause = cause.getCause();
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        for (int i = 0; root.getCause() != null && i < MOST_CAUSES; i++) {
            root = root.getCause();
        }
        String text = root instanceof KryoException ? firstLine(root.getMessage()) : null;
        return text == null ? root.toString() : text;
    }

    /** Without the places that follow. */
    private static @Nullable String firstLine(@Nullable String text) {
        return text == null ? null : text.lines().findFirst().orElse(null);
    }
}
