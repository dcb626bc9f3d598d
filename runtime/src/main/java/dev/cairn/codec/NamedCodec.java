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

    /** Names a type. {@code javaType} may be the class of a generic type. */
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

    /** The class of the values. */
    public final Class<T> javaType() {
        return javaType;
    }

    /** The names under which values of this type were stored before, as {@code @FormerNames} has them. */
    public final List<String> formerTypeNames() {
        return formerTypeNames;
    }

    /** The definition of the type in the schema. */
    public abstract Definition definition();

    /** Writes a value that is known not to be null. */
    public abstract void writeBody(Kryo kryo, Output output, T value);

    /** Reads what {@link #writeBody} wrote. */
    public abstract T readBody(Kryo kryo, Input input);

    /** Creates a reader for bodies that were stored with the definition {@code stored}. */
    public abstract ValueReader planBody(Planner planner, Definition stored);

    /** Whether a stored type with this raw name is this type, under its current name or a former one. */
    public final boolean isNamed(String rawName) {
        return type.rawName().equals(rawName) || formerTypeNames.contains(rawName);
    }

    /** The current and the former names of the type, to find out which stored type it is. */
    public final Renames.Member member() {
        return new Renames.Member(type.rawName(), formerTypeNames);
    }

    /** The name of the class without its package, for messages. */
    public final String simpleName() {
        return simpleName(type.rawName());
    }

    /** The name without package of a type, with or without type arguments. For constructors, which cannot call instance methods. */
    public static String simpleName(String typeName) {
        String raw = typeName.split("<", 2)[0];
        return raw.substring(raw.lastIndexOf('.') + 1).replace('$', '.');
    }
}
