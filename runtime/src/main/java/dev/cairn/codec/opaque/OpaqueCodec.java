package dev.cairn.codec.opaque;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.IncompatibleSchemaException;
import dev.cairn.codec.NamedCodec;
import dev.cairn.codec.Planner;
import dev.cairn.codec.Tree;
import dev.cairn.codec.TreeConversionException;
import dev.cairn.codec.ValueReader;
import dev.cairn.codec.internal.BlockFormat;
import dev.cairn.codec.internal.CodecFailures;
import dev.cairn.codec.internal.CodecState;
import dev.cairn.codec.internal.Lengths;
import dev.cairn.codec.internal.OpaqueEquality;
import dev.cairn.codec.internal.OpaqueFormat;
import dev.cairn.codec.internal.Presence;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.Definitions;
import dev.cairn.codec.schema.SchemaType;
import dev.cairn.codec.value.OtherStorage;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores values reflectively: readable only while the classes exist.
 *
 * <p>Payload: a byte, 0 for null and 1 for a value; what the {@link OpaqueFormat} writes, in {@link BlockFormat}.
 */
public final class OpaqueCodec<T> extends NamedCodec<T> {
    private final OpaqueFormat format;

    public OpaqueCodec(Class<? super T> type, List<String> formerTypeNames, OpaqueFormat format) {
        super(type, type.getName(), formerTypeNames);
        this.format = format;
    }

    @Override
    public void write(Kryo kryo, Output output, @Nullable T value) {
        if (Presence.write(output, value) && value != null) {
            writeBody(kryo, output, value);
        }
    }

    @Override
    public void writeBody(Kryo kryo, Output output, T value) {
        OpaqueEquality equality = CodecState.of(kryo).opaqueEquality();
        try {
            if (equality != null) {
                output.writeVarInt(equality.number(value, format), true);
            } else {
                BlockFormat.write(output, block -> format.write(value, block));
            }
        } catch (StackOverflowError e) {
            throw CodecFailures.ofWriting(e).from(this);
        } catch (IOException | RuntimeException e) {
            try {
                throw OpaqueFailures.ofWriting(value, e);
            } catch (CodecException known) {
                throw known.from(this);
            }
        }
    }

    @Override
    public @Nullable T read(Kryo kryo, Input input) {
        return Presence.read(input) ? readBody(kryo, input) : null;
    }

    @Override
    public T readBody(Kryo kryo, Input input) {
        return readBody(input, format);
    }

    private T readBody(Input input, OpaqueFormat stored) {
        long limit = Lengths.remaining(input);
        Input block = BlockFormat.open(input);
        try {
            T value = javaType().cast(stored.read(block, limit));
            BlockFormat.finish(block, "the reflective serializer");
            return value;
        } catch (IOException | RuntimeException e) {
            throw OpaqueFailures.ofReading(javaType(), e);
        }
    }

    /**
     * Reads a value to show it, with the classes that are allowed now.
     *
     * @param stored how it was stored
     * @param bytes what was written, without blocks
     */
    public Object readShown(Definition.Opaque stored, byte[] bytes) throws IOException {
        OpaqueFormat storedFormat = format.forStored(stored.format(), stored.classes());
        return javaType().cast(storedFormat.read(new Input(bytes), bytes.length));
    }

    @Override
    public Definition.Opaque definition() {
        return new Definition.Opaque(type().name(), format.name(), format.classes());
    }

    @Override
    public void define(Definitions definitions) {
        definitions.add(definition());
    }

    @Override
    public ValueReader plan(Planner planner, SchemaType stored) {
        ValueReader body = planner.body(this, stored);
        return (kryo, input) -> Presence.read(input) ? body.read(kryo, input) : null;
    }

    @Override
    public ValueReader planBody(Planner planner, Definition stored) {
        if (stored instanceof Definition.Opaque opaque) {
            OpaqueFormat storedFormat = format.forStored(opaque.format(), opaque.classes());
            return (kryo, input) -> readBody(input, storedFormat);
        }
        throw new IncompatibleSchemaException(OtherStorage.reflective(stored));
    }

    @Override
    @Nullable
    public T fromTree(Tree tree) {
        if (tree instanceof Tree.Null) {
            return null;
        }
        throw new TreeConversionException(
                simpleName() + " cannot be written as text, because it is stored reflectively");
    }

    @Override
    public String javaName() {
        return simpleName();
    }
}
