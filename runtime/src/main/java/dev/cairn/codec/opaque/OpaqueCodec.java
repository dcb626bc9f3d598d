package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores values reflectively: readable only while the classes exist.
 *
 * <p>Payload: a byte, 0 for null and 1 for a value; what the {@link OpaqueFormat} writes, in {@link BlockFormat}.
 */
final class OpaqueCodec<T> extends NamedCodec<T> {
    private final OpaqueFormat format;

    OpaqueCodec(Class<? super T> type, List<String> formerTypeNames, OpaqueFormat format) {
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
    void writeBody(Kryo kryo, Output output, T value) {
        OpaqueEquality equality = CodecState.of(kryo).opaqueEquality();
        try {
            if (equality != null) {
                output.writeVarInt(equality.number(value, format), true);
            } else {
                BlockFormat.write(output, block -> format.write(value, block));
            }
        } catch (StackOverflowError e) {
            throw Failures.ofWriting(e).from(this);
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
    T readBody(Kryo kryo, Input input) {
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

    @Override
    Definition.Opaque definition() {
        return new Definition.Opaque(type().name(), format.name(), format.classes());
    }

    @Override
    void define(Definitions definitions) {
        definitions.add(definition());
    }

    @Override
    ValueReader plan(Planner planner, SchemaType stored) {
        ValueReader body = planner.body(this, stored);
        return (kryo, input) -> Presence.read(input) ? body.read(kryo, input) : null;
    }

    @Override
    ValueReader planBody(Planner planner, Definition stored) {
        if (stored instanceof Definition.Opaque opaque && opaque.format().equals(format.name())) {
            OpaqueFormat storedFormat = format.forStored(opaque.classes());
            return (kryo, input) -> readBody(input, storedFormat);
        }
        throw new IncompatibleSchemaException(
                "stored as " + JavaText.of(stored) + ", which is stored reflectively now");
    }

    @Override
    @Nullable
    T fromTree(Tree tree) {
        if (tree instanceof Tree.Null) {
            return null;
        }
        throw new TreeConversionException(simpleName() + " cannot be given as text, because it is stored reflectively");
    }

    @Override
    String javaName() {
        return simpleName();
    }
}
