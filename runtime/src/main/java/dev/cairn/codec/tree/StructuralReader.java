package dev.cairn.codec.tree;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.Tree;
import dev.cairn.codec.collection.CollectionKind;
import dev.cairn.codec.collection.CollectionType;
import dev.cairn.codec.collection.CollectionTypes;
import dev.cairn.codec.collection.MapType;
import dev.cairn.codec.collection.OptionalCodec;
import dev.cairn.codec.internal.BlockFormat;
import dev.cairn.codec.internal.CodecState;
import dev.cairn.codec.internal.Lengths;
import dev.cairn.codec.internal.Presence;
import dev.cairn.codec.internal.Varints;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.Schema;
import dev.cairn.codec.schema.SchemaType;
import dev.cairn.codec.union.AnyCodec;
import dev.cairn.codec.union.AnyTags;
import dev.cairn.codec.value.PrimitiveArrayCodec;
import dev.cairn.codec.value.PrimitiveArrays;
import dev.cairn.codec.value.ValueCodecs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads what is stored with nothing but its schema at hand. Thread-safe. */
public final class StructuralReader {
    static final Tree NULL = new Tree.Null();

    private final Schema schema;
    private final OpaqueReader opaqueReader;
    private final SmallTrees small = new SmallTrees();
    private final Map<String, String> classes = new ConcurrentHashMap<>();
    private final Map<String, StructReader> structs = new ConcurrentHashMap<>();

    public StructuralReader(Schema schema) {
        this(schema, OpaqueReader.NONE);
    }

    /** One that shows what the classes at hand can read. */
    public StructuralReader(Schema schema, OpaqueReader opaqueReader) {
        this.schema = schema;
        this.opaqueReader = opaqueReader;
    }

    /** Reads one value. For many of one type, use {@link #reader}. */
    public Tree read(SchemaType type, Kryo kryo, Input input) {
        if (type instanceof SchemaType.Scalar scalar) {
            return ScalarReader.of(scalar).read(kryo, input);
        } else if (type instanceof SchemaType.Named named) {
            return readNamed(schema.definition(named.name()), kryo, input);
        }
        return readParametric((SchemaType.Parametric) type, kryo, input);
    }

    /** What reads the values of a type, of which there may be many. */
    TreeReader reader(SchemaType type) {
        if (type instanceof SchemaType.Scalar scalar) {
            return ScalarReader.of(scalar);
        } else if (type instanceof SchemaType.Named named && definition(named) instanceof Definition.Struct struct) {
            return reader(struct);
        }
        return (kryo, input) -> read(type, kryo, input);
    }

    private StructReader reader(Definition.Struct struct) {
        StructReader known = structs.get(struct.name());
        return known != null ? known : structs.computeIfAbsent(struct.name(), unused -> new StructReader(this, struct));
    }

    SmallTrees small() {
        return small;
    }

    private static Tree scalar(String type, @Nullable Object value) {
        return value == null ? NULL : SmallTrees.scalars(type).of(ValueCodecs.shown(value));
    }

    private Tree readNamed(Definition definition, Kryo kryo, Input input) {
        if (definition instanceof Definition.Enumeration || definition instanceof Definition.Sealed) {
            int index = Varints.readInt(input);
            return index == 0 ? NULL : readNumbered(definition, index - 1, kryo, input);
        }
        return Presence.read(input) ? readBody(definition, kryo, input) : NULL;
    }

    /** Reads a named type without what stands for null. */
    private Tree readBody(Definition definition, Kryo kryo, Input input) {
        if (definition instanceof Definition.Struct struct) {
            return reader(struct).readBody(kryo, input);
        } else if (definition instanceof Definition.Custom custom) {
            return new Tree.Opaque(custom.name(), custom.id(), BlockFormat.skip(input));
        } else if (definition instanceof Definition.Opaque opaque) {
            return opaque(opaque, input);
        }
        return readNumbered(definition, Varints.readInt(input), kryo, input);
    }

    private Tree opaque(Definition.Opaque opaque, Input input) {
        String reader = classes.computeIfAbsent(opaque.name(), name -> "class " + name); // one for all values
        if (opaqueReader == OpaqueReader.NONE) {
            return new Tree.Opaque(opaque.name(), reader, BlockFormat.skip(input));
        }
        ShownBytes bytes = new ShownBytes();
        long size = BlockFormat.copy(input, bytes);
        String shown = bytes.isWhole() ? opaqueReader.text(opaque, bytes.toByteArray()) : null;
        return new Tree.Opaque(opaque.name(), reader, size, shown);
    }

    private Tree readNumbered(Definition definition, int index, Kryo kryo, Input input) {
        if (definition instanceof Definition.Enumeration enumeration) {
            return small.constant(enumeration, element(enumeration.constants(), index), index);
        }
        String subtype = element(((Definition.Sealed) definition).permitted(), index);
        return readBody(schema.definition(subtype), kryo, input);
    }

    /** The definition of a named type. */
    Definition definition(SchemaType.Named type) {
        return schema.definition(type.name());
    }

    private static <T> T element(List<T> list, int index) {
        if (index < 0 || index >= list.size()) {
            throw new MalformedArtifactException("the schema has no constant or subtype of number " + index);
        }
        return list.get(index);
    }

    private Tree readParametric(SchemaType.Parametric type, Kryo kryo, Input input) {
        PrimitiveArrayCodec<?> array = PrimitiveArrays.find(type);
        if (array != null) {
            Object primitives = array.read(kryo, input);
            return primitives == null ? NULL : new Tree.Primitives(primitives);
        }
        CollectionType<?, ?> collection = CollectionTypes.find(type.name());
        MapType<?, ?, ?> map = MapType.find(type.name());
        if (collection != null) {
            return readElements(type, collection.isOpen(), kryo, input);
        } else if (map != null) {
            return readEntries(type, map.isOpen(), kryo, input);
        }
        return switch (type.name()) {
            case "array" -> readElements(type, false, kryo, input);
            case "optional" -> readOptional(type.arguments().get(0), kryo, input);
            case "entry" -> readEntry(type, kryo, input);
            case "any" -> readAny(type, kryo, input);
            default -> throw new MalformedArtifactException("there is no type " + type.name());
        };
    }

    /** The kind of a collection or map; some are not possible in each type. */
    CollectionKind readKind(SchemaType.Parametric type, Input input) {
        CollectionKind kind = CollectionKind.of(input.readByte());
        if (kind == CollectionKind.LIST && !type.name().equals("collection")) {
            throw new MalformedArtifactException("a list where a " + type.name() + " is expected");
        } else if (kind == CollectionKind.ENUM
                && !(type.arguments().get(0) instanceof SchemaType.Named named
                        && schema.definition(named.name()) instanceof Definition.Enumeration)) {
            throw new MalformedArtifactException(
                    "a " + type.name() + " of enum constants where the schema has another type");
        }
        return kind;
    }

    private Tree readElements(SchemaType.Parametric type, boolean open, Kryo kryo, Input input) {
        CollectionKind kind = open ? readKind(type, input) : null;
        int length = length(kind, kryo, input);
        return readElements(type, kind, length, length, kryo, input);
    }

    /** Reads how many elements there are; -1 for null. A kind comes first where the declared type has several, and is null otherwise. */
    static int length(@Nullable CollectionKind kind, Kryo kryo, Input input) {
        if (kind == null) {
            return Lengths.readNullable(kryo, input);
        }
        return kind == CollectionKind.ABSENT ? -1 : Lengths.read(kryo, input);
    }

    /** Reads the first {@code count} of {@code length} elements. */
    Tree readElements(
            SchemaType.Parametric type, @Nullable CollectionKind kind, int length, int count, Kryo kryo, Input input) {
        if (length < 0) {
            return NULL;
        }
        String name = kind == null ? type.name() : CollectionTypes.nameOf(kind);
        if (count == 0) {
            return SmallTrees.emptySequence(name);
        }
        TreeReader element = reader(type.arguments().get(0));
        List<Tree> elements = new ArrayList<>(Lengths.capacity(input, count));
        for (int i = 0; i < count; i++) {
            elements.add(element.read(kryo, input));
        }
        return new Tree.Sequence(name, elements);
    }

    private Tree readEntries(SchemaType.Parametric type, boolean open, Kryo kryo, Input input) {
        CollectionKind kind = open ? readKind(type, input) : null;
        int length = length(kind, kryo, input);
        return readEntries(type, kind, length, length, kryo, input);
    }

    /** Reads the first {@code count} of {@code length} entries. */
    Tree readEntries(
            SchemaType.Parametric type, @Nullable CollectionKind kind, int length, int count, Kryo kryo, Input input) {
        if (length < 0) {
            return NULL;
        }
        String name = kind == null ? type.name() : MapType.nameOf(kind);
        if (count == 0) {
            return SmallTrees.emptyMapping(name);
        }
        TreeReader key = reader(type.arguments().get(0));
        TreeReader value = reader(type.arguments().get(1));
        List<Tree.Entry> entries = new ArrayList<>(Lengths.capacity(input, count));
        for (int i = 0; i < count; i++) {
            Tree nextKey = key.read(kryo, input);
            entries.add(new Tree.Entry(nextKey, value.read(kryo, input)));
        }
        return new Tree.Mapping(name, entries);
    }

    private Tree readOptional(SchemaType element, Kryo kryo, Input input) {
        byte state = input.readByte();
        return switch (state) {
            case OptionalCodec.NULL -> NULL;
            case OptionalCodec.EMPTY -> SmallTrees.emptySequence("optional");
            case OptionalCodec.PRESENT -> {
                Tree held = read(element, kryo, input);
                if (held instanceof Tree.Null) {
                    throw new MalformedArtifactException("an optional holds null");
                }
                yield new Tree.Sequence("optional", List.of(held));
            }
            default -> throw new MalformedArtifactException("expected 0, 1 or 2 before an optional, found " + state);
        };
    }

    private Tree readEntry(SchemaType.Parametric type, Kryo kryo, Input input) {
        if (!Presence.read(input)) {
            return NULL;
        }
        Tree key = read(type.arguments().get(0), kryo, input);
        Tree value = read(type.arguments().get(1), kryo, input);
        return new Tree.Mapping("entry", List.of(new Tree.Entry(key, value)));
    }

    private Tree readAny(SchemaType.Parametric any, Kryo kryo, Input input) {
        int tag = Varints.readInt(input);
        if (tag == AnyTags.NULL) {
            return NULL;
        }
        CodecState state = CodecState.of(kryo);
        state.enterForShowing();
        Tree tree = switch (tag) {
            case AnyTags.COLLECTION ->
                readElements(new SchemaType.Parametric("collection", List.of(any)), true, kryo, input);
            case AnyTags.MAP -> readEntries(new SchemaType.Parametric("map", List.of(any, any)), true, kryo, input);
            case AnyTags.NAMED -> readNamedInAny(any, kryo, input);
            default -> readLeaf(AnyTags.leaf(tag), kryo, input);
        };
        if (tree instanceof Tree.Null) {
            throw AnyCodec.nullOfType(tag);
        }
        state.leave();
        return tree;
    }

    private Tree readNamedInAny(SchemaType.Parametric any, Kryo kryo, Input input) {
        SchemaType type = element(any.arguments(), Varints.readInt(input));
        if (type instanceof SchemaType.Named named) {
            return readBody(schema.definition(named.name()), kryo, input);
        }
        throw new MalformedArtifactException(type + " is not a named type");
    }

    private static Tree readLeaf(ArtifactCodec<?> codec, Kryo kryo, Input input) {
        Object value = AnyCodec.readLeaf(codec, kryo, input);
        return value != null && codec instanceof PrimitiveArrayCodec
                ? new Tree.Primitives(value)
                : scalar(codec.type() instanceof SchemaType.Scalar type ? type.name() : "", value);
    }
}
