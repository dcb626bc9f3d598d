package dev.cairn.codec.opaque;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.Serializer;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import org.jspecify.annotations.Nullable;

/**
 * Has the elements of arrays, collections and maps counted that Kryo's own serializer reads: it allocates whatever length comes first,
 * and of lists within lists each may claim as much as there is.
 */
final class CountedElements<T> extends Serializer<T> {
    private final Serializer<T> serializer;

    CountedElements(Serializer<T> serializer) {
        super(serializer.getAcceptsNull(), serializer.isImmutable());
        this.serializer = serializer;
    }

    @Override
    public void write(Kryo kryo, Output output, @Nullable T value) {
        serializer.write(kryo, output, value);
    }

    @Override
    public @Nullable T read(Kryo kryo, Input input, Class<? extends T> type) {
        ((CautiousInput) input).countNextLength();
        return serializer.read(kryo, input, type);
    }
}
