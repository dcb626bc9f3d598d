package dev.cairn.codec.union;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.IncompatibleSchemaException;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.NamedCodec;
import dev.cairn.codec.Planner;
import dev.cairn.codec.ValueReader;
import dev.cairn.codec.internal.Varints;
import dev.cairn.codec.schema.Renames;
import dev.cairn.codec.schema.SchemaKeywords;
import dev.cairn.codec.schema.SchemaType;
import dev.cairn.codec.value.JavaText;
import dev.cairn.codec.value.PrimitiveArrayCodec;
import dev.cairn.codec.value.PrimitiveArrays;
import dev.cairn.codec.value.Scalars;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values declared as {@code Object} that were stored with other named types, or when the declared type was a closer one. */
final class AnyPlan implements ValueReader {
    private final AnyCodec codec;
    private final List<ValueReader> named;

    private AnyPlan(AnyCodec codec, List<ValueReader> named) {
        this.codec = codec;
        this.named = named;
    }

    static ValueReader of(Planner planner, AnyCodec codec, SchemaType stored) {
        if (stored instanceof SchemaType.Scalar) {
            ArtifactCodec<?> scalar = Scalars.find(stored);
            if (scalar != null) {
                return scalar::read;
            }
        } else if (stored instanceof SchemaType.Named type) {
            NamedCodec<?> found = codec.find(type.rawName());
            if (found != null) {
                return planner.plan(found, stored);
            }
        } else if (stored instanceof SchemaType.Parametric type) {
            return ofParametric(planner, codec, type);
        }
        throw Planner.incompatible(codec, stored);
    }

    private static ValueReader ofParametric(Planner planner, AnyCodec codec, SchemaType.Parametric stored) {
        PrimitiveArrayCodec<?> array = PrimitiveArrays.find(stored);
        if (array != null) {
            return array::read;
        } else if (SchemaKeywords.COLLECTIONS.contains(stored.name())) {
            return codec.collection().plan(planner, stored);
        } else if (SchemaKeywords.MAPS.contains(stored.name())) {
            return codec.map().plan(planner, stored);
        } else if (stored.name().equals("any")) {
            Renames renames = codec.renames(stored.arguments());
            List<ValueReader> named = new ArrayList<>();
            stored.arguments().forEach(type -> named.add(named(planner, codec, type, renames)));
            return new AnyPlan(codec, List.copyOf(named));
        }
        throw Planner.incompatible(codec, stored);
    }

    private static ValueReader named(Planner planner, AnyCodec codec, SchemaType stored, Renames renames) {
        String name = stored instanceof SchemaType.Named type ? type.rawName() : "";
        if (renames.isOpen(name)) {
            return (kryo, input) -> {
                throw renames.refusal(name);
            };
        }
        NamedCodec<?> found = codec.find(name, renames);
        if (found != null) {
            return planner.body(found, stored);
        }
        return (kryo, input) -> {
            throw new IncompatibleSchemaException(
                    "stored as " + JavaText.of(stored) + ", which is not among the types that this Object may hold; "
                            + "name it in @Flow(types = ...), or its old name in @FormerNames");
        };
    }

    @Override
    public @Nullable Object read(Kryo kryo, Input input) {
        return codec.read(kryo, input, this, this::readNamed);
    }

    private @Nullable Object readNamed(Kryo kryo, Input input) {
        int index = Varints.readInt(input);
        if (index < 0 || index >= named.size()) {
            throw new MalformedArtifactException("there was no named type of number " + index);
        }
        return named.get(index).read(kryo, input);
    }
}
