package dev.cairn.codec.tree;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.FirstElements;
import dev.cairn.codec.Tree;
import dev.cairn.codec.collection.CollectionKind;
import dev.cairn.codec.collection.CollectionType;
import dev.cairn.codec.collection.CollectionTypes;
import dev.cairn.codec.collection.MapType;
import dev.cairn.codec.internal.Varints;
import dev.cairn.codec.schema.SchemaType;
import dev.cairn.codec.union.AnyTags;
import dev.cairn.codec.value.PrimitiveArrayCodec;
import dev.cairn.codec.value.PrimitiveArrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the first elements of a list, set, map or array, and nothing of those that follow. Thread-safe. */
public final class FirstElementsReader {
    private final StructuralReader structure;
    private final int most;

    /**
     * A reader of values that have one schema.
     *
     * @param structure reads the elements
     * @param most how many to read
     */
    public FirstElementsReader(StructuralReader structure, int most) {
        this.structure = structure;
        this.most = most;
    }

    /** Reads the beginning of a value; null if it has no elements, because it is something else. */
    public @Nullable FirstElements read(SchemaType type, Kryo kryo, Input input) {
        if (!(type instanceof SchemaType.Parametric parametric)) {
            return null;
        } else if (parametric.name().equals("any")) {
            return readAny(parametric, kryo, input);
        }
        PrimitiveArrayCodec<?> array = PrimitiveArrays.find(parametric);
        CollectionType<?, ?> collection = CollectionTypes.find(parametric.name());
        MapType<?, ?, ?> map = MapType.find(parametric.name());
        if (array != null) {
            return primitives(array, input);
        } else if (map != null) {
            return entries(parametric, map.isOpen(), kryo, input);
        } else if (collection != null || parametric.name().equals("array")) {
            return elements(parametric, collection != null && collection.isOpen(), kryo, input);
        }
        return null;
    }

    private @Nullable FirstElements readAny(SchemaType.Parametric any, Kryo kryo, Input input) {
        int tag = Varints.readInt(input);
        if (tag == AnyTags.COLLECTION) {
            return elements(new SchemaType.Parametric("collection", List.of(any)), true, kryo, input);
        } else if (tag == AnyTags.MAP) {
            return entries(new SchemaType.Parametric("map", List.of(any, any)), true, kryo, input);
        } else if (tag == AnyTags.NULL || tag == AnyTags.NAMED) {
            return null;
        }
        ArtifactCodec<?> leaf = AnyTags.leaf(tag);
        return leaf instanceof PrimitiveArrayCodec<?> array ? primitives(array, input) : null;
    }

    private FirstElements primitives(PrimitiveArrayCodec<?> array, Input input) {
        int length = array.readLength(input);
        return length < 0
                ? new FirstElements(StructuralReader.NULL, 0)
                : new FirstElements(new Tree.Primitives(array.readElements(input, Math.min(length, most))), length);
    }

    private FirstElements elements(SchemaType.Parametric type, boolean open, Kryo kryo, Input input) {
        CollectionKind kind = open ? structure.readKind(type, input) : null;
        int length = StructuralReader.length(kind, kryo, input);
        Tree tree = structure.readElements(type, kind, length, Math.min(length, most), kryo, input);
        return new FirstElements(tree, Math.max(0, length));
    }

    private FirstElements entries(SchemaType.Parametric type, boolean open, Kryo kryo, Input input) {
        CollectionKind kind = open ? structure.readKind(type, input) : null;
        int length = StructuralReader.length(kind, kryo, input);
        Tree tree = structure.readEntries(type, kind, length, Math.min(length, most), kryo, input);
        return new FirstElements(tree, Math.max(0, length));
    }
}
