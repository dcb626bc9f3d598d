package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.Renames;
import dev.cairn.codec.schema.SchemaType;
import java.util.List;

/**
 * The codec of a user's type, which has a name in schemas: a record or class, an enum, a sealed type, or a type with the user's own
 * codec. Immutable and thread-safe.
 *
 * @param <T> the type
 */
public abstract class NamedCodec<T> extends ArtifactCodec<T> {
    private final Class<T> javaType;
    private final SchemaType.Named type;
    private final List<String> formerTypeNames;

    /**
     * Names a type. {@code javaType} may be the class of a generic type.
     *
     * @param javaType the class of the values
     * @param typeName its binary name; for a generic class with type arguments, see {@link StructCodec#typeName}
     * @param formerTypeNames binary names of the class in older versions, without type arguments
     */
    @SuppressWarnings("unchecked")
    public NamedCodec(Class<? super T> javaType, String typeName, List<String> formerTypeNames) {
        this.javaType = (Class<T>) javaType;
        this.type = new SchemaType.Named(typeName);
        this.formerTypeNames = List.copyOf(formerTypeNames);
    }

    @Override
    public final SchemaType.Named type() {
        return type;
    }

    /** {@return the class of the values} */
    public final Class<T> javaType() {
        return javaType;
    }

    /** {@return the names under which values of this type were stored before, as {@code @FormerNames} has them} */
    public final List<String> formerTypeNames() {
        return formerTypeNames;
    }

    /** {@return the definition of the type in the schema} The same each time. */
    public abstract Definition definition();

    /**
     * Writes a value that is known not to be null.
     *
     * @param kryo keeps the state of the value that is written; the codecs of its parts get the same one
     * @param output gets the bytes
     * @param value the value
     * @throws UnsupportedValueException if the value, or a part of it, cannot be stored
     */
    public abstract void writeBody(Kryo kryo, Output output, T value);

    /**
     * Reads what {@link #writeBody} wrote.
     *
     * @param kryo keeps the state of the value that is read; the codecs of its parts get the same one
     * @param input is at the first byte of the body; afterwards behind its last
     * @return the value, never null
     * @throws MalformedArtifactException if {@link #writeBody} cannot have written the bytes
     */
    public abstract T readBody(Kryo kryo, Input input);

    /**
     * Creates a reader for bodies that were stored with the definition {@code stored}.
     *
     * @param planner finds the readers of parts, and the stored definitions
     * @param stored the stored definition, of a type that {@linkplain #isNamed is} this one
     * @return a reader that returns values of this codec's type, never null
     * @throws IncompatibleSchemaException if such values cannot be read as this type
     */
    public abstract ValueReader planBody(Planner planner, Definition stored);

    /**
     * {@return whether a stored type with this raw name is this type, under its current name or a former one}
     *
     * @param rawName a binary name without type arguments
     */
    public final boolean isNamed(String rawName) {
        return type.rawName().equals(rawName) || formerTypeNames.contains(rawName);
    }

    /** {@return the current and the former names of the type, to find out which stored type it is} */
    public final Renames.Member member() {
        return new Renames.Member(type.rawName(), formerTypeNames);
    }

    /** {@return the name of the class without its package, for messages} */
    public final String simpleName() {
        return simpleName(type.rawName());
    }

    /**
     * {@return the name of a type without its package} For constructors, which cannot call instance methods.
     *
     * @param typeName a binary name, with or without type arguments
     */
    public static String simpleName(String typeName) {
        String raw = typeName.split("<", 2)[0];
        return raw.substring(raw.lastIndexOf('.') + 1).replace('$', '.');
    }
}
