package dev.cairn.codec.tree;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.Tree;
import dev.cairn.codec.schema.SchemaType;
import dev.cairn.codec.value.Scalars;
import dev.cairn.codec.value.ValueCodecs;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the values of one type without parts. Immutable and thread-safe. */
final class ScalarReader implements TreeReader {
    private static final Map<SchemaType, ScalarReader> BY_TYPE =
            Scalars.types().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), ScalarReader::new));

    private final ArtifactCodec<?> codec;
    private final SmallTrees.ScalarsOfType small;

    private ScalarReader(SchemaType type) {
        this.codec = Objects.requireNonNull(Scalars.find(type));
        this.small = SmallTrees.scalars(((SchemaType.Scalar) type).name());
    }

    /** The reader of a type. It is asked for per value, and allocates nothing. */
    static ScalarReader of(SchemaType.Scalar type) {
        ScalarReader reader = BY_TYPE.get(type);
        if (reader == null) {
            throw new MalformedArtifactException("there is no type " + type);
        }
        return reader;
    }

    @Override
    public Tree read(Kryo kryo, Input input) {
        Object value = codec.read(kryo, input);
        return value == null ? StructuralReader.NULL : small.of(ValueCodecs.shown(value));
    }
}
