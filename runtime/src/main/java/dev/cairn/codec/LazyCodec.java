package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.internal.CodecState;
import dev.cairn.codec.schema.Definitions;
import dev.cairn.codec.schema.SchemaType;
import dev.cairn.codec.union.AnyCodec;
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
    public ArtifactCodec<T> resolved() {
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
    protected boolean isChangeable() {
        return resolved().isChangeable();
    }

    @Override
    public List<ArtifactCodec<?>> parts() {
        return resolved().parts();
    }

    @Override
    public void define(Definitions definitions) {
        supplier.get().define(definitions);
    }

    @Override
    public ValueReader plan(Planner planner, SchemaType stored) {
        return supplier.get().plan(planner, stored);
    }

    @Override
    @Nullable
    public T fromTree(Tree tree) {
        return supplier.get().fromTree(tree);
    }

    @Override
    public String javaName() {
        return supplier.get().javaName();
    }
}
