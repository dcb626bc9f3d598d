package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.internal.CodecState;
import dev.cairn.codec.internal.Presence;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.Definitions;
import dev.cairn.codec.schema.Renames;
import dev.cairn.codec.schema.SchemaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The codec of a record or a plain class. Generated subclasses write and read the fields with straight-line code. This class has the
 * names of the fields, and reads what older versions stored. Immutable and thread-safe.
 *
 * <p>Payload: a byte, 0 for null and 1 for a value, then the fields in order.
 *
 * <pre>{@code
 * private static final class ConfigCodec extends StructCodec<Config> {
 *     ConfigCodec() {
 *         super(Config.class, "com.acme.Config", field("learningRate", Codecs.DOUBLE), field("batchSize", Codecs.INT));
 *     }
 *
 *     @Override
 *     protected void writeFields(Kryo kryo, Output output, Config value) {
 *         PrimitiveFormat.writeDouble(output, value.learningRate());
 *         PrimitiveFormat.writeInt(output, value.batchSize());
 *     }
 *
 *     @Override
 *     protected Config readFields(Kryo kryo, Input input) {
 *         return new Config(PrimitiveFormat.readDouble(input), PrimitiveFormat.readInt(input));
 *     }
 *
 *     @Override
 *     protected Config create(FieldValues values) {
 *         return new Config(values.doubleAt(0), values.intAt(1));
 *     }
 * }
 * }</pre>
 *
 * @param <T> the record or class
 */
public abstract class StructCodec<T> extends NamedCodec<T> {
    private final List<StructField> fields;

    /**
     * For a type without former names.
     *
     * @param type the class
     * @param typeName its binary name; for a generic class with type arguments, see {@link #typeName}
     * @param fields its stored fields, in the order in which {@link #writeFields} writes them
     */
    protected StructCodec(Class<? super T> type, String typeName, StructField... fields) {
        this(type, typeName, List.of(), fields);
    }

    /**
     * For a type with former names.
     *
     * @param type the class
     * @param typeName its binary name; for a generic class with type arguments, see {@link #typeName}
     * @param formerTypeNames binary names of the class in older versions, without type arguments
     * @param fields its stored fields, in the order in which {@link #writeFields} writes them
     */
    protected StructCodec(Class<? super T> type, String typeName, List<String> formerTypeNames, StructField... fields) {
        super(type, typeName, formerTypeNames);
        this.fields = List.of(fields);
        Renames.requireTold(
                "fields",
                simpleName(typeName),
                this.fields.stream().map(StructField::member).toList());
    }

    /**
     * {@return a field that always existed, under this name} Use {@link StructField#formerNames} and
     * {@link StructField#withDefault(String)} for other fields.
     *
     * @param name the name of the field
     * @param codec how its values are stored
     */
    protected static StructField field(String name, ArtifactCodec<?> codec) {
        return new StructField(name, codec);
    }

    /**
     * {@return the name of a generic class with type arguments: {@code com.acme.Pair<string,i32?>}} The names only need to differ for
     * different arguments, so a generator may also write them in another way.
     *
     * @param binaryName the binary name of the class
     * @param arguments the codecs of the type arguments; with none, the result is {@code binaryName}
     */
    protected static String typeName(String binaryName, ArtifactCodec<?>... arguments) {
        List<String> texts = new ArrayList<>();
        Arrays.stream(arguments).forEach(argument -> texts.add(argument.type().toString()));
        return texts.isEmpty() ? binaryName : binaryName + "<" + String.join(",", texts) + ">";
    }

    /**
     * Writes the fields, in order.
     *
     * @param kryo keeps the state of the value that is written; the codecs of the fields get the same one
     * @param output gets the bytes
     * @param value the value, whose class is exactly {@link #javaType}
     */
    protected abstract void writeFields(Kryo kryo, Output output, T value);

    /**
     * Reads what {@link #writeFields} wrote, in the same order.
     *
     * @param kryo keeps the state of the value that is read; the codecs of the fields get the same one
     * @param input is at the first byte of the first field; afterwards behind the last byte of the last
     * @return a new value
     */
    protected abstract T readFields(Kryo kryo, Input input);

    /**
     * Creates a value from fields that were found by name. For a missing field that is a parameter of the constructor, {@code values}
     * returns the default, or throws. A missing field that is set after the constructor keeps its value from the constructor, which is
     * reported to {@link FieldValues#kept}.
     *
     * @param values the fields that were found
     * @return a new value
     */
    protected abstract T create(FieldValues values);

    @Override
    public final void write(Kryo kryo, Output output, @Nullable T value) {
        if (value == null) {
            output.writeByte((byte) 0);
        } else {
            output.writeByte((byte) 1);
            writeBody(kryo, output, value);
        }
    }

    @Override
    public final @Nullable T read(Kryo kryo, Input input) {
        return Presence.read(input) ? readBody(kryo, input) : null;
    }

    @Override
    public final void writeBody(Kryo kryo, Output output, T value) {
        if (value.getClass() != javaType()) {
            throw new UnsupportedValueException(value.getClass().getName() + " cannot be stored as its superclass "
                            + simpleName() + ", because what it adds would be lost")
                    .from(this);
        }
        if (CodecState.of(kryo).shows(this, value)) {
            return;
        }
        try {
            writeFields(kryo, output, value);
        } catch (CodecException e) {
            throw StructErrors.inField(this, e);
        } catch (FinalFieldException e) {
            throw e.ofWriting(this);
        }
    }

    @Override
    public final T readBody(Kryo kryo, Input input) {
        try {
            return readFields(kryo, input);
        } catch (CodecException e) {
            throw StructErrors.inField(this, e);
        } catch (RuntimeException e) {
            throw StructErrors.refused(this, e);
        }
    }

    /** Whether a field can be set again, so that a value can change although what it holds does not; of a record none can. */
    @Override
    protected boolean isChangeable() {
        return false;
    }

    /**
     * Of a class, methods that only seem to read may keep what they have computed; a record has no fields for that, if all that it has are
     * those that are stored.
     */
    @Override
    protected final boolean staysAsItIsWhenRead() {
        return javaType().isRecord() && javaType().getRecordComponents().length == fields.size();
    }

    @Override
    public final List<ArtifactCodec<?>> parts() {
        return fields.stream().<ArtifactCodec<?>>map(StructField::codec).toList();
    }

    final List<StructField> fields() {
        return fields;
    }

    @Override
    public final Definition.Struct definition() {
        return new Definition.Struct(
                type().name(),
                fields.stream()
                        .map(field ->
                                new Definition.Field(field.name(), field.codec().type()))
                        .toList());
    }

    @Override
    public final void define(Definitions definitions) {
        if (definitions.add(definition())) {
            fields.forEach(field -> field.codec().define(definitions));
        }
    }

    @Override
    public final ValueReader plan(Planner planner, SchemaType stored) {
        ValueReader body = planner.body(this, stored);
        return (kryo, input) -> Presence.read(input) ? body.read(kryo, input) : null;
    }

    @Override
    public final ValueReader planBody(Planner planner, Definition stored) {
        return StructPlan.of(planner, this, stored);
    }

    @Override
    @Nullable
    public T fromTree(Tree tree) {
        return StructTree.convert(this, tree);
    }

    @Override
    public final String javaName() {
        return simpleName();
    }
}
