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
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads the elements of a list, set, map or array: the first of them, and nothing of those that follow, or all, some at a time. Thread-safe. */
public final class FirstElementsReader {
    private static final int CHUNK = 512;

    private final StructuralReader structure;

    /**
     * A reader of values that have one schema.
     *
     * @param structure reads the elements
     */
    public FirstElementsReader(StructuralReader structure) {
        this.structure = structure;
    }

    /** The elements that come next. */
    private interface Elements {
        /** How many there are in all; negative if the value is null. */
        int length();

        /** Reads so many of them. */
        Tree next(int count);
    }

    /**
     * Reads the beginning of a value; null if it has no elements, because it is something else.
     *
     * @param most how many elements to read
     */
    public @Nullable FirstElements read(SchemaType type, int most, Kryo kryo, Input input) {
        Elements elements = begin(type, kryo, input);
        if (elements == null) {
            return null;
        } else if (elements.length() < 0) {
            return new FirstElements(StructuralReader.NULL, 0);
        }
        return new FirstElements(elements.next(Math.min(elements.length(), most)), elements.length());
    }

    /**
     * Reads a value and passes on its elements, some at a time; whether it has any, or could have. Null has none.
     *
     * @param receiver is called for the next elements, and how many there are in all; at least once, unless the value is null
     */
    public boolean readAll(SchemaType type, Kryo kryo, Input input, Consumer<FirstElements> receiver) {
        Elements elements = begin(type, kryo, input);
        if (elements == null) {
            return false;
        }
        int length = elements.length();
        for (int read = 0; read < length || read == 0 && length == 0; read += CHUNK) {
            receiver.accept(new FirstElements(elements.next(Math.min(CHUNK, length - read)), length));
        }
        return true;
    }

    private @Nullable Elements begin(SchemaType type, Kryo kryo, Input input) {
        if (!(type instanceof SchemaType.Parametric parametric)) {
            return null;
        } else if (parametric.name().equals("any")) {
            return beginAny(parametric, kryo, input);
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

    private @Nullable Elements beginAny(SchemaType.Parametric any, Kryo kryo, Input input) {
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

    private static Elements primitives(PrimitiveArrayCodec<?> array, Input input) {
        return of(array.readLength(input), count -> new Tree.Primitives(array.readElements(input, count)));
    }

    private Elements elements(SchemaType.Parametric type, boolean open, Kryo kryo, Input input) {
        CollectionKind kind = open ? structure.readKind(type, input) : null;
        int length = StructuralReader.length(kind, kryo, input);
        return of(length, count -> structure.readElements(type, kind, length, count, kryo, input));
    }

    private Elements entries(SchemaType.Parametric type, boolean open, Kryo kryo, Input input) {
        CollectionKind kind = open ? structure.readKind(type, input) : null;
        int length = StructuralReader.length(kind, kryo, input);
        return of(length, count -> structure.readEntries(type, kind, length, count, kryo, input));
    }

    private static Elements of(int length, IntFunction<Tree> next) {
        return new Elements() {
            @Override
            public int length() {
                return length;
            }

            @Override
            public Tree next(int count) {
                return next.apply(count);
            }
        };
    }
}
