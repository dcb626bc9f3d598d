package dev.cairn.codec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Stores values in the user's own format, which only the codec can read. Where values can be stored as values of another type, write a
 * {@link ConverterCodec} instead. {@code @Codec} on a field or type selects it, or {@code @Flow(codecs = ...)} for a whole flow. A subclass
 * must have a no-argument constructor and no state. Its methods are called from any thread.
 *
 * <p>{@link CodecOutput} is a {@link java.io.OutputStream} and {@link CodecInput} is an {@link java.io.InputStream}, so any library that
 * uses streams works. If you wrap {@code CodecOutput} in a buffering stream, flush it. The bytes of each value are separated from those around
 * it: reading too few or too many bytes throws an exception. Equal values should have equal bytes. Otherwise branches of a join disagree
 * on equal values, and equal values are stored more than once.
 *
 * <pre>{@code
 * public final class MatrixCodec extends CustomCodec<Matrix> {
 *     public MatrixCodec() {
 *         super(Matrix.class, "com.acme.matrix/1");
 *     }
 *
 *     @Override
 *     protected void write(Matrix matrix, CodecOutput output) throws IOException {
 *         matrix.writeTo(output);
 *     }
 *
 *     @Override
 *     protected Matrix read(CodecInput input) throws IOException {
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
     * Sets the type and the format.
     *
     * @param type the class of the values
     * @param id the name of the format, which is stored with every value. When the format changes, choose a new name, and read the old
     *     format in {@link #readFormer}.
     * @throws IllegalArgumentException if {@code id} is empty, or has half of a surrogate pair
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

    /**
     * Writes a value, which is never null.
     *
     * @param value the value, which must not be modified
     * @param output gets the bytes of this value only
     * @throws IOException if the value cannot be stored; the task fails with an {@link UnsupportedValueException} that has it as its cause
     */
    protected abstract void write(T value, CodecOutput output) throws IOException;

    /**
     * Reads exactly what {@link #write} wrote.
     *
     * @param input ends where the bytes of this value end
     * @return a new value, never null
     * @throws IOException if the bytes are not those of a value; reading fails with a {@link MalformedArtifactException} that has it as its
     *     cause
     */
    protected abstract T read(CodecInput input) throws IOException;

    /**
     * Reads what was written with another id. The default implementation throws.
     *
     * @param formerId the id with which the value was written
     * @param input ends where the bytes of this value end
     * @return a new value, never null
     * @throws IncompatibleSchemaException if this codec cannot read that format
     * @throws IOException if the bytes are not those of a value; reading fails with a {@link MalformedArtifactException} that has it as its
     *     cause
     */
    protected T readFormer(String formerId, CodecInput input) throws IOException {
        throw new IncompatibleSchemaException("stored by the codec `" + formerId + "`, which "
                + getClass().getName() + " (`" + id + "`) cannot read");
    }

    /**
     * {@return the codec that stored the values before this one} What it stored is read with it, as long as the classes that it needs
     * exist. After {@code @Opaque}, that is {@code Codecs.opaque(Model.class, Layer.class)}, with the classes that the annotation allowed;
     * after a {@link CustomCodec}, {@code Codecs.custom(new ModelCodec(), List.of())}. The default implementation returns null: there was
     * none.
     */
    protected @Nullable NamedCodec<T> former() {
        return null;
    }

    /** {@return the class of the values} */
    public final Class<T> type() {
        return type;
    }

    /** {@return the name of the format} */
    public final String id() {
        return id;
    }
}
