package dev.cairn.codec.value;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Planner;
import dev.cairn.codec.PrimitiveFormat;
import dev.cairn.codec.Tree;
import dev.cairn.codec.TreeConversionException;
import dev.cairn.codec.UnsupportedValueException;
import dev.cairn.codec.ValueReader;
import dev.cairn.codec.internal.CodecState;
import dev.cairn.codec.internal.Presence;
import dev.cairn.codec.internal.TreeErrors;
import dev.cairn.codec.schema.Definitions;
import dev.cairn.codec.schema.SchemaType;
import java.util.BitSet;
import java.util.Date;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The codec of a type without parts: a primitive, its box, a value type of the JDK.
 *
 * <p>Payload: of a primitive, what {@link PrimitiveFormat} says; of all others a byte, 0 for null and 1 for a value, and the
 * body.
 */
public final class LeafCodec<T> extends ArtifactCodec<T> {
    private static final Map<Class<?>, Object> EMPTY = Map.of(
            OptionalInt.class, OptionalInt.empty(),
            OptionalLong.class, OptionalLong.empty(),
            OptionalDouble.class, OptionalDouble.empty());

    private static final Set<Class<?>> CHANGEABLE = Set.of(Random.class, BitSet.class, Date.class);

    private final SchemaType.Scalar type;
    private final Class<T> javaType;
    private final boolean primitive;
    private final Supplier<Body<T>> late;
    private final String javaName;
    private @Nullable Body<T> body; // made when it is used first; two are as good as one

    private LeafCodec(
            SchemaType.Scalar type, Class<T> javaType, boolean primitive, String javaName, Supplier<Body<T>> late) {
        this.type = type;
        this.javaType = javaType;
        this.primitive = primitive;
        this.javaName = javaName;
        this.late = late;
    }

    /** A value type of the JDK. */
    static <T> LeafCodec<T> value(String name, Class<T> javaType, Supplier<Body<T>> body) {
        SchemaType.Scalar type = new SchemaType.Scalar(name, false);
        return new LeafCodec<>(type, javaType, false, javaType.getSimpleName(), body);
    }

    /** A primitive; {@link #boxed} is its box. */
    static <T> LeafCodec<T> primitive(String name, String javaName, Class<T> box, Supplier<Body<T>> body) {
        SchemaType.Scalar type = new SchemaType.Scalar(name, false);
        return new LeafCodec<>(type, box, true, javaName, body);
    }

    public LeafCodec<T> boxed() {
        return new LeafCodec<>(new SchemaType.Scalar(type.name(), true), javaType, false, javaName, late);
    }

    @Override
    public SchemaType.Scalar type() {
        return type;
    }

    public Class<T> javaType() {
        return javaType;
    }

    /** The type as it is declared: {@code double} or {@code Double}. */
    String typeName() {
        return primitive ? javaName : javaType.getSimpleName();
    }

    @Override
    @Nullable
    public T nothing() {
        return javaType.cast(EMPTY.get(javaType));
    }

    public boolean isPrimitive() {
        return primitive;
    }

    @Override
    public void write(Kryo kryo, Output output, @Nullable T value) {
        if (primitive) {
            if (value == null) {
                throw new UnsupportedValueException("null cannot be stored as " + javaName).from(this);
            }
            writeBody(output, value);
        } else if (value == null) {
            output.writeByte((byte) 0);
        } else if (!isChangeable() || !CodecState.of(kryo).shows(this, value)) {
            output.writeByte((byte) 1);
            writeBody(output, value);
        }
    }

    private Body<T> body() {
        Body<T> known = body;
        if (known == null) {
            known = late.get();
            body = known;
        }
        return known;
    }

    /** Writes a value that is known not to be null. */
    public void writeBody(Output output, T value) {
        try {
            body().writer.write(output, value);
        } catch (CodecException e) {
            throw e.from(this);
        }
    }

    /** Reads what {@link #writeBody} wrote. */
    public T readBody(Input input) {
        return body().reader.read(input);
    }

    @Override
    public @Nullable T read(Kryo kryo, Input input) {
        return primitive || Presence.read(input) ? readBody(input) : null;
    }

    @Override
    protected boolean staysAsItIsWhenRead() {
        return !isChangeable();
    }

    @Override
    protected boolean isChangeable() {
        return CHANGEABLE.contains(javaType);
    }

    @Override
    public void define(Definitions definitions) {
        // Cairn's own types need none.
    }

    @Override
    public ValueReader plan(Planner planner, SchemaType stored) {
        return NumericWidening.plan(this, stored);
    }

    @Override
    @Nullable
    public T fromTree(Tree tree) {
        if (tree instanceof Tree.Null && !primitive) {
            return nothing();
        } else if (tree instanceof Tree.Scalar scalar) {
            return javaType.isInstance(scalar.value()) ? javaType.cast(scalar.value()) : parsed(scalar);
        }
        throw TreeErrors.notA(tree, javaName);
    }

    private T parsed(Tree.Scalar scalar) {
        try {
            return body().parser.parse(scalar.value());
        } catch (TreeConversionException e) {
            throw e;
        } catch (RuntimeException e) {
            throw TreeErrors.notA(scalar, javaName, e);
        }
    }

    @Override
    public String javaName() {
        return javaName;
    }

    /** Writes a value that is not null. */
    @FunctionalInterface
    interface Writer<T> {
        void write(Output output, T value);
    }

    /** Reads what the writer wrote. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Input input);
    }

    /** Makes a value of a string, number or boolean; any exception means that it is none. */
    @FunctionalInterface
    interface FromScalar<T> {
        T parse(Object scalar);
    }

    /** What is done with the values of a type. There are many types, of which a program uses few: so each is made when it is used. */
    record Body<T>(Writer<T> writer, Reader<T> reader, FromScalar<T> parser) {}
}
