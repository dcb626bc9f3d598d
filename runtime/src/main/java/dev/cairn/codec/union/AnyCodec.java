package dev.cairn.codec.union;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.NamedCodec;
import dev.cairn.codec.Planner;
import dev.cairn.codec.Tree;
import dev.cairn.codec.UnsupportedValueException;
import dev.cairn.codec.ValueReader;
import dev.cairn.codec.collection.CollectionCodec;
import dev.cairn.codec.collection.CollectionTypes;
import dev.cairn.codec.collection.MapCodec;
import dev.cairn.codec.collection.MapType;
import dev.cairn.codec.internal.CodecState;
import dev.cairn.codec.internal.TreeErrors;
import dev.cairn.codec.internal.Varints;
import dev.cairn.codec.schema.Definitions;
import dev.cairn.codec.schema.Renames;
import dev.cairn.codec.schema.SchemaType;
import dev.cairn.codec.value.JavaText;
import dev.cairn.codec.value.LeafCodec;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The codec of values declared as {@code Object}: null, boxes, strings, value types of the JDK, arrays of primitives, collections
 * and maps of such values, and the named types that it is given. Anything else is refused as it is stored.
 *
 * <p>Payload: an unsigned varint that tells the type, see {@link AnyTags}; of a named type its number in the schema as an
 * unsigned varint; then the value as its own codec writes it, of primitives, value types and named types without what stands for
 * null.
 */
public final class AnyCodec extends ArtifactCodec<Object> {
    private final List<? extends ArtifactCodec<?>> given;
    private final CollectionCodec<Object, Collection<Object>> collection =
            new CollectionCodec<>(CollectionTypes.of("collection", "Collection"), this);
    private final MapCodec<Object, Object, Map<Object, Object>> map =
            new MapCodec<>(MapType.of("map", "Map"), this, this);

    /** The given types, by name; made when first needed, because they may refer to this codec. */
    private volatile @Nullable List<NamedCodec<?>> named;

    public AnyCodec(List<? extends ArtifactCodec<?>> given) {
        this.given = given;
    }

    private List<NamedCodec<?>> named() {
        List<NamedCodec<?>> known = named;
        if (known == null) {
            List<NamedCodec<?>> sorted = new ArrayList<>();
            for (ArtifactCodec<?> codec : given) {
                if (!(codec.resolved() instanceof NamedCodec<?> resolved)) {
                    throw new IllegalArgumentException(
                            JavaText.of(codec.type()) + " need not be named: an Object may hold it anyway");
                }
                sorted.add(resolved);
            }
            sorted.sort(Comparator.comparing(codec -> codec.type().name()));
            Renames.requireTold(
                    "types", "Object", sorted.stream().map(NamedCodec::member).toList());
            known = List.copyOf(sorted);
            named = known;
        }
        return known;
    }

    @Override
    public SchemaType type() {
        return new SchemaType.Parametric(
                "any", named().stream().<SchemaType>map(NamedCodec::type).toList());
    }

    @Override
    public void write(Kryo kryo, Output output, @Nullable Object value) {
        if (value == null) {
            output.writeByte((byte) AnyTags.NULL);
            return;
        }
        CodecState state = CodecState.of(kryo);
        state.enterForWriting();
        Integer leaf = AnyTags.of(value);
        if (leaf != null) {
            Varints.write(output, leaf);
            writeLeaf(AnyTags.leaf(leaf), kryo, output, value);
        } else {
            writeComposite(kryo, output, value);
        }
        state.leave();
    }

    @SuppressWarnings("unchecked") // the tag is that of the value's class
    private <T> void writeLeaf(ArtifactCodec<T> codec, Kryo kryo, Output output, Object value) {
        try {
            if (codec instanceof LeafCodec<T> leaf) {
                leaf.writeBody(output, (T) value);
            } else {
                codec.write(kryo, output, (T) value);
            }
        } catch (CodecException e) {
            throw e.from(this);
        }
    }

    @SuppressWarnings("unchecked") // whatever they contain is an Object
    private void writeComposite(Kryo kryo, Output output, Object value) {
        List<NamedCodec<?>> types = named();
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).javaType().isInstance(value)) {
                Varints.write(output, AnyTags.NAMED);
                Varints.write(output, i);
                writeNamed(types.get(i), kryo, output, value);
                return;
            }
        }
        try {
            if (value instanceof Collection<?>) {
                Varints.write(output, AnyTags.COLLECTION);
                collection.write(kryo, output, (Collection<Object>) value);
            } else if (value instanceof Map<?, ?>) {
                Varints.write(output, AnyTags.MAP);
                map.write(kryo, output, (Map<Object, Object>) value);
            } else {
                throw unsupported(value);
            }
        } catch (CodecException e) {
            throw e.from(this);
        }
    }

    private <T> void writeNamed(NamedCodec<T> codec, Kryo kryo, Output output, Object value) {
        try {
            codec.writeBody(kryo, output, codec.javaType().cast(value));
        } catch (CodecException e) {
            throw e.from(this);
        }
    }

    /** Not every class of the user's can be named in {@code @Flow(types = ...)}. */
    private static UnsupportedValueException unsupported(Object value) {
        Class<?> type = value.getClass();
        if (type.isHidden()) {
            return new UnsupportedValueException("a lambda cannot be stored; store the values that it uses");
        } else if (Proxy.isProxyClass(type)) {
            return new UnsupportedValueException("a proxy cannot be stored; store what it represents");
        }
        String problem = type.getTypeName() + " cannot be stored where the declared type is Object";
        if (type.isAnonymousClass() || type.isLocalClass()) {
            return new UnsupportedValueException(problem + ", because it is declared inside a method; make it a static"
                    + " nested class, and name it in @Flow(types = ...)");
        }
        boolean users = type.getClassLoader() != null;
        return new UnsupportedValueException(problem + (users ? "; name it in @Flow(types = ...)" : ""));
    }

    @Override
    public @Nullable Object read(Kryo kryo, Input input) {
        return read(kryo, input, this::read, this::readNamed);
    }

    /** Reads a value whose elements, and whose named types, are read by other readers. */
    @Nullable
    Object read(Kryo kryo, Input input, ValueReader element, ValueReader namedReader) {
        int tag = Varints.readInt(input);
        if (tag == AnyTags.NULL) {
            return null;
        }
        CodecState state = CodecState.of(kryo);
        state.enterForReading();
        Object value = switch (tag) {
            case AnyTags.COLLECTION -> collection.readOpen(element, kryo, input);
            case AnyTags.MAP -> map.readOpen(element, element, kryo, input);
            case AnyTags.NAMED -> namedReader.read(kryo, input);
            default -> readLeaf(AnyTags.leaf(tag), kryo, input);
        };
        if (value == null && tag != AnyTags.NAMED) {
            throw nullOfType(tag);
        }
        state.leave();
        return value;
    }

    /** Null is of no type: otherwise it would have many encodings. */
    public static MalformedArtifactException nullOfType(int tag) {
        return new MalformedArtifactException("an Object is null and of type " + tag + "; null is of type 0");
    }

    public static @Nullable Object readLeaf(ArtifactCodec<?> codec, Kryo kryo, Input input) {
        return codec instanceof LeafCodec<?> leaf ? leaf.readBody(input) : codec.read(kryo, input);
    }

    private Object readNamed(Kryo kryo, Input input) {
        int index = Varints.readInt(input);
        if (index < 0 || index >= named().size()) {
            throw new MalformedArtifactException("there is no named type of number " + index);
        }
        return named().get(index).readBody(kryo, input);
    }

    @Override
    public List<ArtifactCodec<?>> parts() {
        List<ArtifactCodec<?>> parts = new ArrayList<>(named());
        parts.add(collection);
        parts.add(map);
        return parts;
    }

    @Override
    public void define(Definitions definitions) {
        named().forEach(codec -> codec.define(definitions));
    }

    @Override
    public ValueReader plan(Planner planner, SchemaType stored) {
        return AnyPlan.of(planner, this, stored);
    }

    /** The given type of that name, of now or then; null if there is none. */
    @Nullable
    NamedCodec<?> find(String rawName) {
        for (NamedCodec<?> codec : named()) {
            if (codec.isNamed(rawName)) {
                return codec;
            } else if (codec instanceof SealedCodec<?> sealed && sealed.subtype(rawName) != null) {
                return sealed.subtype(rawName);
            }
        }
        return null;
    }

    /** Which of the given types the named ones of an older version mean. */
    Renames renames(List<SchemaType> stored) {
        return Renames.ofAlternatives(
                stored.stream()
                        .flatMap(
                                type -> type instanceof SchemaType.Named name ? Stream.of(name.rawName()) : Stream.of())
                        .toList(),
                named().stream().map(NamedCodec::member).toList());
    }

    /** The type that a stored name means; null if there is none. */
    @Nullable
    NamedCodec<?> find(String rawName, Renames renames) {
        int meaning = renames.meaning(rawName);
        return meaning >= 0 ? named().get(meaning) : find(rawName);
    }

    CollectionCodec<Object, Collection<Object>> collection() {
        return collection;
    }

    MapCodec<Object, Object, Map<Object, Object>> map() {
        return map;
    }

    @Override
    @Nullable
    public Object fromTree(Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            return scalar.type().equals("number") ? number((BigDecimal) scalar.value()) : scalar.value();
        } else if (tree instanceof Tree.Sequence) {
            return collection.fromTree(tree);
        } else if (tree instanceof Tree.Primitives primitives) {
            return primitives.array();
        } else if (tree instanceof Tree.Null) {
            return null;
        }
        String type = tree instanceof Tree.Struct struct
                ? struct.type()
                : tree instanceof Tree.Constant constant ? constant.type() : "";
        NamedCodec<?> codec = find(new SchemaType.Named(type).rawName());
        if (codec != null) {
            return codec.fromTree(tree);
        } else if (tree instanceof Tree.Mapping || type.isEmpty() && tree instanceof Tree.Struct) {
            return map.fromTree(tree);
        }
        throw TreeErrors.notA(tree, "Object that can be stored");
    }

    /** What a Java programmer would have written. */
    private static Number number(BigDecimal number) {
        if (number.scale() > 0) {
            return number.doubleValue();
        }
        try {
            long value = number.longValueExact();
            return value == (int) value ? (Number) (int) value : (Number) value;
        } catch (ArithmeticException e) {
            return number;
        }
    }

    @Override
    public String javaName() {
        return "Object";
    }
}
