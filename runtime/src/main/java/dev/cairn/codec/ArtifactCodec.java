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
 * Stores the values of one type: a Kryo serializer that also has a schema. Immutable and thread-safe.
 *
 * <p>{@link Codecs} creates codecs, and the processor generates subclasses of {@link StructCodec}. To store values of a library, extend
 * {@link ConverterCodec}; to store them in your own format, {@link CustomCodec}. Codecs accept null, except those of primitives.
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
    private volatile @Nullable Boolean canBeShared;

    /** For subclasses: a Kryo serializer that handles null itself, and whose values Kryo never copies. */
    public ArtifactCodec() {
        super(true, true);
    }

    /** {@return the type of the values, as it is written in schemas} The same each time. */
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
     * @param kryo keeps the state of the value that is read; the codecs of its parts get the same one
     * @param input is at the first byte of the value; afterwards behind its last
     * @return the value; null if null was written
     * @throws MalformedArtifactException if {@code write} cannot have written the bytes
     */
    public abstract @Nullable T read(Kryo kryo, Input input);

    /** The same as {@link #read(Kryo, Input)}; the class is ignored. */
    @Override
    public final @Nullable T read(Kryo kryo, Input input, @Nullable Class<? extends T> ignored) {
        return read(kryo, input);
    }

    /** {@return the schema of the stored values: {@link #type}, and the definitions of all named types in it} */
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

    /**
     * Adds the definitions of every named type that the values may contain.
     *
     * @param definitions gets the definitions; where {@link Definitions#add} says that one is known, its parts are too
     */
    public abstract void define(Definitions definitions);

    /**
     * Creates a reader for values that were stored as {@code stored}: another type than {@link #type}, or with other definitions.
     *
     * @param planner finds the readers of parts, and the stored definitions
     * @param stored the stored type
     * @return a reader that returns values of this codec's type
     * @throws IncompatibleSchemaException if such values cannot be read as this type
     */
    public abstract ValueReader plan(Planner planner, SchemaType stored);

    /**
     * Builds a value.
     *
     * @param tree describes the value
     * @return the value; null if the tree is {@link Tree.Null}
     * @throws TreeConversionException if the tree does not describe a value of this type
     */
    public abstract @Nullable T fromTree(Tree tree);

    /** {@return whether a value itself can be changed in place, regardless of the values in it} */
    protected boolean isChangeable() {
        return false;
    }

    /** {@return the codecs of the parts of a value} */
    public List<ArtifactCodec<?>> parts() {
        return List.of();
    }

    /** {@return whether any part of a value, at any depth, can be changed in place} */
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

    /**
     * {@return whether nothing in a value changes when it is only read, regardless of the values in it, so that threads that only read can
     * share one} False unless it is known: many a class changes something behind the scenes.
     */
    protected boolean staysAsItIsWhenRead() {
        return false;
    }

    /** {@return whether threads that change nothing can share one value, with all parts of it} */
    public final boolean canBeShared() {
        Boolean known = canBeShared;
        if (known == null) {
            known = canBeShared(Collections.newSetFromMap(new IdentityHashMap<>()));
            canBeShared = known;
        }
        return known;
    }

    private boolean canBeShared(Set<ArtifactCodec<?>> seen) {
        ArtifactCodec<?> codec = resolved();
        return !seen.add(codec)
                || codec.staysAsItIsWhenRead() && codec.parts().stream().allMatch(part -> part.canBeShared(seen));
    }

    /** {@return the codec that does the work: this one, or the one that a lazy codec refers to} */
    public ArtifactCodec<T> resolved() {
        return this;
    }

    /** {@return the value of a field of this type that is missing: null, or an empty {@code Optional}} */
    @Nullable
    public T nothing() {
        return null;
    }

    /** {@return the type as written in Java, for messages} */
    public String javaName() {
        return type().toString();
    }
}
