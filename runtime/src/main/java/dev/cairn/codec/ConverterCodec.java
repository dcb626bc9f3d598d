package dev.cairn.codec;

import org.jspecify.annotations.Nullable;

/**
 * Stores values as values of another type: of a record, a collection, an array, a {@code String}, or whatever else Cairn can store.
 * {@code @Codec} on a field or type selects it, or {@code @Flow(codecs = ...)} for a whole flow. A subclass must have a no-argument
 * constructor and no state. Its methods are called from any thread.
 *
 * <p>What is stored has the schema and the bytes of the other type, its <em>stored form</em>. So the generic tree, {@code dump} and the
 * rules of evolution work as for any value of that type, also where neither the converter nor the library of the values exists, and a
 * converter may be renamed at any time. A value with a {@code String} as its stored form can be a parameter, given as text.
 *
 * <pre>{@code
 * public final class ComplexCodec extends ConverterCodec<Complex, ComplexCodec.Parts> {
 *     public record Parts(double real, double imaginary) {}
 *
 *     @Override
 *     protected Parts toStored(Complex value) {
 *         return new Parts(value.getReal(), value.getImaginary());
 *     }
 *
 *     @Override
 *     protected Complex fromStored(Parts stored) {
 *         return new Complex(stored.real(), stored.imaginary());
 *     }
 * }
 * }</pre>
 *
 * <p>A subclass may be generic: {@code FewCodec<E> extends ConverterCodec<Few<E>, List<E>>} stores a field of type {@code Few<Penguin>}
 * as a {@code List<Penguin>}. The values that the stored form contains may need this converter again, if a named type is between them: a
 * {@code Tree} can be stored as a {@code record TreeForm(int value, List<Tree> children)}, but not as a {@code List<Tree>}.
 *
 * <p>Equal values should have equal stored forms. Otherwise branches of a join disagree on equal values, and equal values are stored more
 * than once. Where a value has an order that does not matter, convert it to a {@link java.util.HashSet} or {@link java.util.HashMap},
 * which are stored in an order of their own. To read what was stored must give back an equal value: Cairn does not check this.
 *
 * @param <T> the type of the values
 * @param <S> the type as which they are stored
 */
public abstract class ConverterCodec<T, S> {
    /** For subclasses. */
    protected ConverterCodec() {}

    /**
     * Returns the stored form of a value, which must not be null and is not modified.
     *
     * @param value the value, never null: null is stored as null
     * @return the stored form, which need not be a new object
     * @throws RuntimeException if the value cannot be stored; the task fails with an {@link UnsupportedValueException} that has it as its
     *     cause
     */
    protected abstract S toStored(T value);

    /**
     * Returns the value of a stored form, which must not be null.
     *
     * @param stored what {@link #toStored} returned, or what an older version of the stored form became; never null. Damaged data may be
     *     any value of the type, so check lengths before you allocate memory by them.
     * @return the value, which need not be a new one
     * @throws RuntimeException if no value has that stored form; reading fails with a {@link MalformedArtifactException} that names this
     *     class
     */
    protected abstract T fromStored(S stored);

    /**
     * {@return the codec that stored the values before this one} What it stored is read with it, as long as the classes that it needs
     * exist. After {@code @Opaque}, that is {@code Codecs.opaque(Model.class, Layer.class)}, with the classes that the annotation allowed;
     * after a {@link CustomCodec}, {@code Codecs.custom(new ModelCodec(), List.of())}. The default implementation returns null: there was
     * none.
     */
    protected @Nullable NamedCodec<T> former() {
        return null;
    }
}
