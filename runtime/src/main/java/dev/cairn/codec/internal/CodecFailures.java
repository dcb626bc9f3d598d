package dev.cairn.codec.internal;

import com.esotericsoftware.kryo.kryo5.KryoException;
import com.esotericsoftware.kryo.kryo5.io.KryoBufferUnderflowException;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.UnsupportedValueException;
import java.io.IOException;

/** Makes exceptions of codecs of what Kryo, the JDK and classes of the user's throw. */
public final class CodecFailures {
    private CodecFailures() {}

    public static CodecException ofWriting(Throwable failure) {
        if (failure instanceof StackOverflowError) {
            return new UnsupportedValueException("nested too deep for the stack of this thread", failure);
        } else if (failure instanceof KryoException && failure.getCause() instanceof IOException) {
            throw new StreamFailure((IOException) failure.getCause());
        }
        return new UnsupportedValueException("could not be stored: " + failure, failure);
    }

    public static CodecException ofReading(Throwable failure) {
        if (failure instanceof StackOverflowError) {
            return new MalformedArtifactException("nested too deep for the stack of this thread", failure);
        } else if (failure instanceof KryoBufferUnderflowException) {
            return new MalformedArtifactException("the bytes end before the value does", failure);
        } else if (failure instanceof KryoException && failure.getCause() instanceof IOException) {
            throw new StreamFailure((IOException) failure.getCause());
        }
        return new MalformedArtifactException("could not be read: " + failure, failure);
    }
}
