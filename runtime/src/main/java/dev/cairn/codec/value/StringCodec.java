package dev.cairn.codec.value;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Planner;
import dev.cairn.codec.Tree;
import dev.cairn.codec.UnsupportedValueException;
import dev.cairn.codec.ValueReader;
import dev.cairn.codec.internal.Lengths;
import dev.cairn.codec.internal.StringFormat;
import dev.cairn.codec.internal.TreeErrors;
import dev.cairn.codec.internal.Varints;
import dev.cairn.codec.schema.Definitions;
import dev.cairn.codec.schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * The codec of strings.
 *
 * <p>Payload: the number of bytes plus one as an unsigned varint, 0 for null; then the characters, see {@link StringFormat}.
 */
final class StringCodec extends ArtifactCodec<String> {
    private static final SchemaType.Scalar TYPE = new SchemaType.Scalar("string", false);

    @Override
    public SchemaType type() {
        return TYPE;
    }

    @Override
    public void write(Kryo kryo, Output output, @Nullable String value) {
        if (value == null) {
            output.writeByte((byte) 0);
            return;
        }
        if (StringFormat.writeShort(output, value)) {
            return;
        }
        long length = StringFormat.length(value);
        if (length >= Integer.MAX_VALUE) {
            throw new UnsupportedValueException("a string of " + length + " bytes is too long to be stored");
        }
        Varints.write(output, (int) length + 1);
        StringFormat.write(output, value, length);
    }

    @Override
    public @Nullable String read(Kryo kryo, Input input) {
        int length = Lengths.readNullable(input, 1);
        return length < 0 ? null : StringFormat.read(input, length);
    }

    @Override
    protected boolean staysAsItIsWhenRead() {
        return true;
    }

    @Override
    public void define(Definitions definitions) {
        // Cairn's own types need none.
    }

    @Override
    public ValueReader plan(Planner planner, SchemaType stored) {
        if (stored.equals(TYPE)) {
            return this::read;
        }
        throw Planner.incompatible(this, stored);
    }

    @Override
    @Nullable
    public String fromTree(Tree tree) {
        if (tree instanceof Tree.Null) {
            return null;
        } else if (tree instanceof Tree.Scalar scalar && scalar.value() instanceof String text) {
            return text;
        }
        throw TreeErrors.notA(tree, "String");
    }

    @Override
    public String javaName() {
        return "String";
    }
}
