package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a codec that is still being built: how recursive types refer to themselves. As every recursion leads through one of
 * these, or through {@link AnyCodec}, it is here that values which are nested too deep, or without end, are found out.
 */
final class LazyCodec<T> extends ArtifactCodec<T> {
    private final Supplier<ArtifactCodec<T>> supplier;

    LazyCodec(Supplier<ArtifactCodec<T>> supplier) {
        this.supplier = supplier;
    }

    @Override
    ArtifactCodec<T> resolved() {
        return supplier.get().resolved();
    }

    @Override
    public SchemaType type() {
        return supplier.get().type();
    }

    @Override
    public void write(Kryo kryo, Output output, @Nullable T value) {
        CodecState state = CodecState.of(kryo);
        state.enterForWriting();
        supplier.get().write(kryo, output, value);
        state.leave();
    }

    @Override
    public @Nullable T read(Kryo kryo, Input input) {
        CodecState state = CodecState.of(kryo);
        state.enterForReading();
        T value = supplier.get().read(kryo, input);
        state.leave();
        return value;
    }

    @Override
    boolean isChangeable() {
        return resolved().isChangeable();
    }

    @Override
    List<ArtifactCodec<?>> parts() {
        return resolved().parts();
    }

    @Override
    void define(Definitions definitions) {
        supplier.get().define(definitions);
    }

    @Override
    ValueReader plan(Planner planner, SchemaType stored) {
        return supplier.get().plan(planner, stored);
    }

    @Override
    @Nullable
    T fromTree(Tree tree) {
        return supplier.get().fromTree(tree);
    }

    @Override
    String javaName() {
        return supplier.get().javaName();
    }
}
