package dev.cairn.codec.tree;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Tree;
import dev.cairn.codec.internal.CodecState;
import dev.cairn.codec.internal.Presence;
import dev.cairn.codec.schema.Definition;
import java.util.List;

/** Reads structs of one definition. Thread-safe: threads that find the readers of its fields at the same time find equal ones. */
final class StructReader implements TreeReader {
    private static final Tree[] NO_TREES = {};

    private final StructuralReader structure;
    private final Definition.Struct struct;

    /** Each is null until a value is read, as types may refer to themselves. */
    private final TreeReader[] fields;

    StructReader(StructuralReader structure, Definition.Struct struct) {
        this.structure = structure;
        this.struct = struct;
        this.fields = new TreeReader[struct.fields().size()];
    }

    @Override
    public Tree read(Kryo kryo, Input input) {
        return Presence.read(input) ? readBody(kryo, input) : StructuralReader.NULL;
    }

    /** Reads a struct that is known not to be null. */
    Tree readBody(Kryo kryo, Input input) {
        CodecState state = CodecState.of(kryo);
        state.enterForShowing();
        Tree[] values = fields.length == 0 ? NO_TREES : new Tree[fields.length];
        for (int i = 0; i < values.length; i++) {
            try {
                TreeReader field = fields[i];
                values[i] = (field == null ? found(i) : field).read(kryo, input);
            } catch (CodecException e) {
                throw e.inside(null, struct.fields().get(i).name());
            }
        }
        state.leave();
        return structure.small().struct(struct, values);
    }

    private TreeReader found(int index) {
        List<Definition.Field> definitions = struct.fields();
        TreeReader found = structure.reader(definitions.get(index).type());
        fields[index] = found;
        return found;
    }
}
