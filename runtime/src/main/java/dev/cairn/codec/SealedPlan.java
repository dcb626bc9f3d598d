package dev.cairn.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads a sealed type that was stored with other subtypes. Immutable and thread-safe.
 *
 * @param name the sealed type, for messages
 * @param readers one per stored subtype; those of subtypes that are gone throw
 */
record SealedPlan(String name, List<ValueReader> readers) {
    static SealedPlan of(Planner planner, SealedCodec<?> codec, Definition stored) {
        if (!(stored instanceof Definition.Sealed)) {
            throw new IncompatibleSchemaException("stored as " + stored + ", which is a sealed type now");
        }
        List<ValueReader> readers = new ArrayList<>();
        for (String subtype : ((Definition.Sealed) stored).permitted()) {
            readers.add(reader(planner, codec, new SchemaType.Named(subtype)));
        }
        return new SealedPlan(codec.simpleName(), List.copyOf(readers));
    }

    private static ValueReader reader(Planner planner, SealedCodec<?> codec, SchemaType.Named subtype) {
        NamedCodec<?> found = codec.subtype(subtype.rawName());
        if (found != null) {
            return planner.body(found, subtype);
        } else if (planner.definition(subtype.name()) instanceof Definition.Sealed nested) {
            SealedPlan plan = of(planner, codec, nested);
            return (kryo, input) -> plan.read(input.readVarInt(true), kryo, input);
        }
        return (kryo, input) -> {
            throw new IncompatibleSchemaException("stored as " + subtype + ", which is no longer a subtype of "
                    + codec.simpleName() + "; if it was renamed, name the old name in @FormerNames");
        };
    }

    Object read(int index, Kryo kryo, Input input) {
        if (index < 0 || index >= readers.size()) {
            throw new MalformedArtifactException(name + " had no subtype of number " + index);
        }
        return Objects.requireNonNull(readers.get(index).read(kryo, input));
    }
}
