package dev.cairn.codec.guava;

import com.google.common.base.Optional;
import dev.cairn.AnnouncedCodec;
import dev.cairn.codec.ConverterCodec;

/**
 * Stores Guava's {@link Optional} as one of the JDK.
 *
 * @param <T> the type of what it may hold
 */
@AnnouncedCodec
public final class OptionalCodec<T> extends ConverterCodec<Optional<T>, java.util.Optional<T>> {
    /** For generated code. */
    public OptionalCodec() {}

    @Override
    protected java.util.Optional<T> toStored(Optional<T> value) {
        return value.toJavaUtil();
    }

    @Override
    protected Optional<T> fromStored(java.util.Optional<T> stored) {
        return stored.map(Optional::of).orElseGet(Optional::absent);
    }
}
