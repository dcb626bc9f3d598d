package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.Serializer;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.internal.KryoBootstrap;
import dev.cairn.codec.schema.Definitions;
import dev.cairn.codec.schema.Schema;
import dev.cairn.codec.schema.SchemaType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stores the values of one type: a Kryo serializer that also knows its schema. Immutable and thread-safe.
 *
 * <p>Made by {@link Codecs} or generated as a subclass of {@link StructCodec}; users with a format of their own extend
 * {@link CustomCodec}. Codecs accept null, except those of primitives.
 *
 * @param <T> the type of the values
 */
public abstract class ArtifactCodec<T> extends Serializer<T> {
    static {
        KryoBootstrap.prepare();
    }

    private volatile @Nullable Schema schema;
    private volatile @Nullable PlanCache plans;
    private volatile @Nullable Boolean holdsChangeable;

    public ArtifactCodec() {
        super(true, true);
    }

    /** The type of the values, as schemas write it. */
    public abstract SchemaType type();

    /**
     * Writes a value.
     *
     * @throws UnsupportedValueException if the value, or a part of it, cannot be stored
     */
    @Override
    public abstract void write(Kryo kryo, Output output, @Nullable T value);

    /**
     * Reads what {@link #write} of a codec of the same schema wrote.
     *
     * @throws MalformedArtifactException if the bytes are nothing that it can have written
     */
    public abstract @Nullable T read(Kryo kryo, Input input);

    /** The same as {@link #read(Kryo, Input)}: the class is of no importance. */
    @Override
    public final @Nullable T read(Kryo kryo, Input input, @Nullable Class<? extends T> ignored) {
        return read(kryo, input);
    }

    /** What describes the stored values: {@link #type} and the definitions of all types that it leads to. */
    public final Schema schema() {
        Schema known = schema;
        if (known == null) {
            Definitions definitions = new Definitions();
            define(definitions);
            known = definitions.schema(type());
            schema = known;
        }
        return known;
    }

    /** How to read what was stored under other schemas. */
    final PlanCache plans() {
        PlanCache known = plans;
        if (known == null) {
            synchronized (this) {
                known = plans;
                if (known == null) {
                    known = new PlanCache(this);
                    plans = known;
                }
            }
        }
        return known;
    }

    /** Adds the definitions of every named type that the values may contain. */
    public abstract void define(Definitions definitions);

    /**
     * Makes a reader for values that were stored as {@code stored}, a type other than {@link #type} or with other definitions.
     *
     * @throws IncompatibleSchemaException if no rule leads from one to the other
     */
    public abstract ValueReader plan(Planner planner, SchemaType stored);

    /**
     * Builds a value.
     *
     * @throws TreeConversionException if the tree does not describe one
     */
    public abstract @Nullable T fromTree(Tree tree);

    /** Whether a value can be changed in place, apart from what it holds. */
    protected boolean isChangeable() {
        return false;
    }

    /** The codecs of what a value holds. */
    public List<ArtifactCodec<?>> parts() {
        return List.of();
    }

    /** Whether something that a value holds, however deep, can be changed in place. */
    public final boolean holdsChangeable() {
        Boolean known = holdsChangeable;
        if (known == null) {
            known = holdsChangeable(Collections.newSetFromMap(new IdentityHashMap<>()));
            holdsChangeable = known;
        }
        return known;
    }

    private boolean holdsChangeable(Set<ArtifactCodec<?>> seen) {
        return parts().stream()
                .map(ArtifactCodec::resolved)
                .filter(seen::add)
                .anyMatch(part -> part.isChangeable() || part.holdsChangeable(seen));
    }

    /** The codec that does the work: another one for those that only stand for it. */
    public ArtifactCodec<T> resolved() {
        return this;
    }

    /** What a field of this type is where there is nothing: null, or an empty {@code Optional}. */
    @Nullable
    public T nothing() {
        return null;
    }

    /** The type as Java programmers know it, for messages. */
    public String javaName() {
        return type().toString();
    }
}
