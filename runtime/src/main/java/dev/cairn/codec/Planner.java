package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.codec.internal.CodecState;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.Schema;
import dev.cairn.codec.schema.SchemaType;
import dev.cairn.codec.tree.StructuralReader;
import dev.cairn.codec.tree.StructuralSkipper;
import dev.cairn.codec.value.JavaText;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, by name, how the current codecs read values that were stored under another schema. Types that have not changed are read by
 * position, so a change only slows down the types that it affects. Not thread-safe; the readers are thread-safe.
 */
public final class Planner {
    /**
     * Of named types: one generic class may be in itself, with other arguments, as often as a stored schema says. Far more than classes
     * have, and low enough for the stack of any ordinary thread.
     */
    private static final int MAX_DEPTH = 200;

    private final Schema stored;
    private final StructuralSkipper skipper;
    private final Map<BodyKey, ForwardReader> bodies = new HashMap<>();
    private final boolean asking;
    private int depth;

    Planner(Schema stored) {
        this(stored, false);
    }

    private Planner(Schema stored, boolean asking) {
        this.stored = stored;
        this.skipper = new StructuralSkipper(new StructuralReader(stored));
        this.asking = asking;
    }

    /**
     * Makes the reader of a whole artifact.
     *
     * @throws IncompatibleSchemaException if there is no way
     */
    static ValueReader reader(ArtifactCodec<?> codec, Schema stored) {
        return new Planner(stored).plan(codec, stored.root());
    }

    /**
     * {@return the reader of a part}
     *
     * @param codec the codec of the part as it is now
     * @param type the stored type of the part
     * @throws IncompatibleSchemaException if the stored type cannot be read by {@code codec}
     */
    public ValueReader plan(ArtifactCodec<?> codec, SchemaType type) {
        if (isUnchanged(codec, type)) {
            return codec::read;
        }
        ValueReader reader = codec.resolved().plan(this, type);
        return codec instanceof LazyCodec ? new DepthReader(reader) : reader;
    }

    /**
     * Whether there is a reader of a part. Of its own parts it is not asked which of them may have been renamed: that would be asked
     * without end of types that hold themselves, and a type with a renamed part is still the type.
     */
    boolean couldRead(ArtifactCodec<?> codec, SchemaType type) {
        if (asking) {
            return false;
        }
        try {
            new Planner(stored, true).plan(codec, type);
            return true;
        } catch (CodecException e) {
            return false;
        }
    }

    /**
     * {@return the reader of a named type without the mark for null}
     *
     * @param codec the codec of the type as it is now
     * @param type the stored type
     * @throws IncompatibleSchemaException if the stored type cannot be read by {@code codec}
     * @throws MalformedArtifactException if the stored types are nested too deep
     */
    public ValueReader body(NamedCodec<?> codec, SchemaType type) {
        Definition definition = definition(codec, type);
        if (isUnchanged(codec, type)) {
            return codec::readBody;
        }
        BodyKey key = new BodyKey(codec, definition.name());
        ForwardReader known = bodies.get(key);
        if (known != null) {
            return known;
        }
        ForwardReader reader = new ForwardReader();
        bodies.put(key, reader);
        if (++depth > MAX_DEPTH) {
            throw new MalformedArtifactException("the schema has types nested more than " + MAX_DEPTH + " levels deep");
        }
        reader.target = codec.planBody(this, definition);
        depth--;
        return reader;
    }

    /**
     * {@return the stored definition of a type, which must be the type of {@code codec}}
     *
     * @param codec the codec of the type as it is now
     * @param type the stored type
     * @throws IncompatibleSchemaException if it is another type
     */
    public Definition definition(NamedCodec<?> codec, SchemaType type) {
        if (type instanceof SchemaType.Named named && codec.isNamed(named.rawName())) {
            return stored.definition(named.name());
        }
        throw incompatible(codec, type);
    }

    /**
     * {@return the stored definition of a type}
     *
     * @param name the binary name of the type when it was stored, with type arguments if it is generic
     * @throws MalformedArtifactException if the stored schema does not define the type
     */
    public Definition definition(String name) {
        return stored.definition(name);
    }

    /** What gets past a part that is no longer wanted. */
    ValueReader skipper(SchemaType type) {
        return (kryo, input) -> {
            skipper.skip(type, kryo, input);
            return null;
        };
    }

    private boolean isUnchanged(ArtifactCodec<?> codec, SchemaType type) {
        return codec.type().equals(type) && codec.resolved().schema().equals(stored.narrowedTo(type));
    }

    /**
     * {@return a new exception, to be thrown by the caller: what was stored as {@code stored} cannot be read as the type of {@code codec}}
     *
     * @param codec the codec of the type as it is now
     * @param stored the stored type
     */
    public static IncompatibleSchemaException incompatible(ArtifactCodec<?> codec, SchemaType stored) {
        String hint = stored instanceof SchemaType.Named && codec.type() instanceof SchemaType.Named
                ? "; if it was renamed, name the old name in @FormerNames"
                : "";
        return new IncompatibleSchemaException(
                "stored as " + JavaText.of(stored) + ", which cannot be read as " + JavaText.of(codec.type()) + hint);
    }

    private record BodyKey(NamedCodec<?> codec, String stored) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof BodyKey key && codec == key.codec && stored.equals(key.stored);
        }

        @Override
        public int hashCode() {
            return Objects.hash(System.identityHashCode(codec), stored);
        }
    }

    /** Stands for a reader that is still being made, of a recursive type. */
    private static final class ForwardReader implements ValueReader {
        private @Nullable ValueReader target;

        @Override
        public @Nullable Object read(Kryo kryo, Input input) {
            return Objects.requireNonNull(target).read(kryo, input);
        }
    }

    /** Counts the depth where {@link LazyCodec} would. */
    private record DepthReader(ValueReader reader) implements ValueReader {
        @Override
        public @Nullable Object read(Kryo kryo, Input input) {
            CodecState state = CodecState.of(kryo);
            state.enterForReading();
            Object value = reader.read(kryo, input);
            state.leave();
            return value;
        }
    }
}
