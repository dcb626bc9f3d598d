package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A storage format of the user's own, named by {@code @Codec} on a field or type. Subclasses have a no-argument constructor and
 * no state.
 *
 * <p>{@link Output} is a {@link java.io.OutputStream} and {@link Input} an {@link java.io.InputStream}, so that any library
 * that writes to streams can be used; buffering streams put around them have to be flushed. What is written is kept apart from
 * its surroundings: a reader that fails to read all of it, or wants more, gets an exception and not the bytes of the neighbour.
 * Equal values should give equal bytes: nothing else is known of them, so branches with other bytes disagree, and an equal value
 * is stored once more.
 *
 * <pre>{@code
 * public final class MatrixCodec extends CustomCodec<Matrix> {
 *     public MatrixCodec() {
 *         super(Matrix.class, "com.acme.matrix/1");
 *     }
 *
 *     @Override
 *     protected void write(Matrix matrix, Output output) throws IOException {
 *         matrix.writeTo(output);
 *     }
 *
 *     @Override
 *     protected Matrix read(Input input) throws IOException {
 *         return Matrix.readFrom(input);
 *     }
 * }
 * }</pre>
 *
 * @param <T> the type of the values
 */
public abstract class CustomCodec<T> {
    private final Class<T> type;
    private final String id;

    /**
     * Names type and format.
     *
     * @param type the class of the values
     * @param id the name of the format, stored with every value. Choose another one when the format changes, and let
     *     {@link #readFormer} read the old one.
     */
    @SuppressWarnings("unchecked") // the class of a generic type is that of all its instances
    protected CustomCodec(Class<? super T> type, String id) {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("the id of a codec must not be empty");
        } else if (!StandardCharsets.UTF_8.newEncoder().canEncode(id)) {
            throw new IllegalArgumentException("the id of a codec must not have half of a surrogate pair");
        }
        this.type = (Class<T>) type;
        this.id = id;
    }

    /** Writes a value, which is never null. */
    protected abstract void write(T value, Output output) throws IOException;

    /** Reads exactly what {@link #write} wrote. */
    protected abstract T read(Input input) throws IOException;

    /**
     * Reads what was written under another id.
     *
     * @throws IncompatibleSchemaException if this codec cannot, which is the default
     */
    protected T readFormer(String formerId, Input input) throws IOException {
        throw new IncompatibleSchemaException("stored by the codec `" + formerId + "`, which "
                + getClass().getName() + " (`" + id + "`) cannot read");
    }

    /** The class of the values. */
    public final Class<T> type() {
        return type;
    }

    /** The name of the format. */
    public final String id() {
        return id;
    }
}
