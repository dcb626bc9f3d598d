package dev.cairn.codec.tree;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.codec.internal.CodecState;
import dev.cairn.codec.internal.Lengths;
import dev.cairn.codec.internal.Presence;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.SchemaType;
import dev.cairn.codec.value.PrimitiveArrayCodec;
import dev.cairn.codec.value.PrimitiveArrays;

/**
 * Gets past what is stored with nothing but its schema at hand. What may be large, arrays, lists and structs, is passed without
 * making it; the rest is read and thrown away. Immutable and thread-safe.
 */
public final class StructuralSkipper {
    private final StructuralReader reader;

    public StructuralSkipper(StructuralReader reader) {
        this.reader = reader;
    }

    public void skip(SchemaType type, Kryo kryo, Input input) {
        if (type instanceof SchemaType.Named named && reader.definition(named) instanceof Definition.Struct struct) {
            skipStruct(struct, kryo, input);
        } else if (type instanceof SchemaType.Parametric parametric && isSequence(parametric)) {
            skipSequence(parametric, kryo, input);
        } else {
            reader.read(type, kryo, input);
        }
    }

    private void skipStruct(Definition.Struct struct, Kryo kryo, Input input) {
        if (Presence.read(input)) {
            CodecState state = CodecState.of(kryo);
            state.enterForShowing();
            struct.fields().forEach(field -> skip(field.type(), kryo, input));
            state.leave();
        }
    }

    private static boolean isSequence(SchemaType.Parametric type) {
        return type.name().equals("array") || type.name().equals("list");
    }

    private void skipSequence(SchemaType.Parametric type, Kryo kryo, Input input) {
        PrimitiveArrayCodec<?> array = PrimitiveArrays.find(type);
        if (array != null) {
            array.skip(input);
            return;
        }
        int length = Lengths.readNullable(kryo, input);
        for (int i = 0; i < length; i++) {
            skip(type.arguments().get(0), kryo, input);
        }
    }
}
