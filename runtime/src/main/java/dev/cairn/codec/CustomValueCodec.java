package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.internal.BlockFormat;
import dev.cairn.codec.internal.CodecState;
import dev.cairn.codec.internal.Presence;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.Definitions;
import dev.cairn.codec.schema.SchemaType;
import dev.cairn.codec.value.OtherStorage;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores values with a {@link CustomCodec}.
 *
 * <p>Payload: a byte, 0 for null and 1 for a value; what the custom codec writes, in {@link BlockFormat}.
 */
final class CustomValueCodec<T> extends NamedCodec<T> {
    private final CustomCodec<T> custom;

    CustomValueCodec(CustomCodec<T> custom, List<String> formerTypeNames) {
        super(custom.type(), custom.type().getName(), formerTypeNames);
        this.custom = custom;
    }

    @Override
    public void write(Kryo kryo, Output output, @Nullable T value) {
        if (Presence.write(output, value) && value != null) {
            writeBody(kryo, output, value);
        }
    }

    @Override
    public void writeBody(Kryo kryo, Output output, T value) {
        if (CodecState.of(kryo).isLooking()) {
            return; // what it is made of may be made for the codec
        }
        try {
            BlockFormat.write(output, block -> custom.write(value, new CodecOutput(kryo, block)));
        } catch (IOException e) {
            throw new UnsupportedValueException(name() + " failed: " + e.getMessage(), e);
        }
    }

    @Override
    public @Nullable T read(Kryo kryo, Input input) {
        return Presence.read(input) ? readBody(kryo, input) : null;
    }

    @Override
    public T readBody(Kryo kryo, Input input) {
        return readBody(kryo, input, custom::read);
    }

    private T readBody(Kryo kryo, Input input, Decoder<T> decoder) {
        Input block = BlockFormat.open(input);
        try {
            T value = decoder.read(new CodecInput(kryo, block));
            BlockFormat.finish(block, name());
            return value;
        } catch (EOFException e) {
            throw new MalformedArtifactException("the bytes end before the value does", e);
        } catch (IOException e) {
            throw new MalformedArtifactException(name() + " failed: " + e.getMessage(), e);
        }
    }

    private String name() {
        return custom.getClass().getName();
    }

    @Override
    public Definition.Custom definition() {
        return new Definition.Custom(type().name(), custom.id());
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
        NamedCodec<T> former = custom.former();
        if (stored instanceof Definition.Custom found && found.id().equals(custom.id())) {
            return this::readBody;
        } else if (former != null && former.definition().isStoredLike(stored)) {
            return former.planBody(planner, stored);
        } else if (!(stored instanceof Definition.Custom)) {
            throw new IncompatibleSchemaException(OtherStorage.codec(stored, name()));
        }
        String id = ((Definition.Custom) stored).id();
        return (kryo, input) -> readBody(kryo, input, block -> custom.readFormer(id, block));
    }

    @Override
    @Nullable
    public T fromTree(Tree tree) {
        if (tree instanceof Tree.Null) {
            return null;
        }
        throw new TreeConversionException(simpleName() + " cannot be written as text, because it has its own codec");
    }

    @Override
    public String javaName() {
        return simpleName();
    }

    @FunctionalInterface
    private interface Decoder<T> {
        T read(CodecInput input) throws IOException;
    }
}
