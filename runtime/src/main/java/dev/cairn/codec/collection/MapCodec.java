package dev.cairn.codec.collection;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.EnumCodec;
import dev.cairn.codec.Planner;
import dev.cairn.codec.Tree;
import dev.cairn.codec.TreeConversionException;
import dev.cairn.codec.ValueReader;
import dev.cairn.codec.internal.CodecState;
import dev.cairn.codec.internal.Lengths;
import dev.cairn.codec.internal.PathText;
import dev.cairn.codec.internal.Refusals;
import dev.cairn.codec.internal.Varints;
import dev.cairn.codec.schema.Definitions;
import dev.cairn.codec.schema.SchemaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The codec of a map.
 *
 * <p>Payload where the declared type fixes the kind ({@code hashmap}, {@code linkedhashmap}, {@code treemap}, {@code enummap}):
 * the number of entries plus one as an unsigned varint, 0 for null; then key and value of each entry. Where the kind is that of
 * the value ({@code map}): a byte, 0 for null, else the number of the {@link CollectionKind}; the number of entries as an
 * unsigned varint; the entries.
 */
public final class MapCodec<K, V, M extends Map<K, V>> extends ArtifactCodec<M> {
    private final MapType<K, V, M> declared;
    private final ArtifactCodec<K> key;
    private final ArtifactCodec<V> value;
    private final ValueReader keyReader;
    private final ValueReader valueReader;

    public MapCodec(MapType<K, V, M> declared, ArtifactCodec<K> key, ArtifactCodec<V> value) {
        this.declared = declared;
        this.key = key;
        this.value = value;
        this.keyReader = key::read;
        this.valueReader = value::read;
    }

    @Override
    public SchemaType type() {
        return new SchemaType.Parametric(declared.name(), List.of(key.type(), value.type()));
    }

    @Override
    public void write(Kryo kryo, Output output, @Nullable M map) {
        if (map == null) {
            output.writeByte((byte) 0);
            return;
        }
        if (CodecState.of(kryo).isLooking()) {
            look(kryo, output, map);
            return;
        }
        CollectionClasses.requireKept(map);
        CollectionKind kind = declared.isOpen() ? CollectionKind.of(map, key) : declared.fixedKind();
        CodecState.of(kryo).takeRoomForWriting(room(kind), output.total());
        if (kind == CollectionKind.UNORDERED) {
            CollectionKind.requireNoOrder(map, declared.javaName());
        }
        List<K> keys = new ArrayList<>(map.size());
        List<V> values = new ArrayList<>(map.size());
        map.forEach((k, v) -> {
            keys.add(k);
            values.add(v);
        });
        if (declared.isOpen()) {
            output.writeByte((byte) kind.ordinal());
            Varints.write(output, keys.size());
        } else {
            Varints.write(output, keys.size() + 1);
        }
        if (kind == CollectionKind.UNORDERED) {
            writeSorted(kryo, output, keys, values);
        } else {
            if (map instanceof SortedMap<?, ?> sorted && kind == CollectionKind.SORTED) {
                CollectionKind.requireNaturalOrder(sorted.comparator(), sorted);
            }
            for (int i = 0; i < keys.size(); i++) {
                writeKey(kryo, output, keys.get(i));
                writeValue(kryo, output, keys.get(i), values.get(i));
            }
        }
    }

    /** The room for constants that need not be there. */
    private long room(CollectionKind kind) {
        return kind == CollectionKind.ENUM && key.resolved() instanceof EnumCodec<?> codec
                ? (long) codec.size() * Integer.BYTES
                : 0;
    }

    /** Shows it and what it holds, in the order that it has now. */
    private void look(Kryo kryo, Output output, M map) {
        if (!CodecState.of(kryo).shows(this, map)) {
            for (Map.Entry<K, V> entry : map.entrySet()) {
                writeKey(kryo, output, entry.getKey());
                writeValue(kryo, output, entry.getKey(), entry.getValue());
            }
        }
    }

    private void writeSorted(Kryo kryo, Output output, List<K> keys, List<V> values) {
        CodecState state = CodecState.of(kryo);
        Output scratch = state.scratch();
        try {
            CanonicalOrder order = CanonicalOrder.of(kryo, scratch, key, keys);
            for (int place = 0; place < order.size(); place++) {
                order.write(output, place);
                int entry = order.element(place);
                writeValue(kryo, output, keys.get(entry), values.get(entry));
            }
        } catch (CodecException e) {
            throw e.from(this);
        } finally {
            state.release(scratch);
        }
    }

    private void writeKey(Kryo kryo, Output output, K next) {
        try {
            key.write(kryo, output, next);
        } catch (CodecException e) {
            throw e.inside(this, "key " + PathText.of(next));
        }
    }

    private void writeValue(Kryo kryo, Output output, K nextKey, V next) {
        try {
            value.write(kryo, output, next);
        } catch (CodecException e) {
            throw e.inside(this, PathText.of(nextKey));
        }
    }

    @Override
    public @Nullable M read(Kryo kryo, Input input) {
        return read(declared, keyReader, valueReader, kryo, input);
    }

    /** Reads what this codec wrote, except that keys and values are read otherwise. */
    @Nullable
    public M readOpen(ValueReader keys, ValueReader values, Kryo kryo, Input input) {
        return read(declared, keys, values, kryo, input);
    }

    private @Nullable M read(MapType<?, ?, ?> stored, ValueReader keys, ValueReader values, Kryo kryo, Input input) {
        CollectionKind kind = stored.fixedKind();
        int length;
        if (stored.isOpen()) {
            kind = CollectionKind.of(input.readByte());
            if (kind == CollectionKind.ABSENT) {
                return null;
            }
            length = Lengths.read(kryo, input);
        } else {
            length = Lengths.readNullable(kryo, input);
            if (length < 0) {
                return null;
            }
        }
        CodecState.of(kryo).takeRoomForReading(room(declared.isOpen() ? kind : declared.fixedKind()), input.total());
        Map<K, V> map = declared.create(kind, key, Lengths.capacity(input, length));
        for (int i = 0; i < length; i++) {
            readEntry(map, keys, values, kryo, input);
        }
        @SuppressWarnings("unchecked") // made for the declared type
        M result = (M) map;
        return result;
    }

    @SuppressWarnings("unchecked") // the readers are the codecs' own, or ones that they planned
    private void readEntry(Map<K, V> map, ValueReader keys, ValueReader values, Kryo kryo, Input input) {
        @Nullable K nextKey = (K) keys.read(kryo, input);
        try {
            Refusals.put(map, nextKey, (V) values.read(kryo, input));
        } catch (CodecException e) {
            throw e.inside(this, PathText.of(nextKey));
        }
    }

    @Override
    protected boolean staysAsItIsWhenRead() {
        return true;
    }

    @Override
    protected boolean isChangeable() {
        return true;
    }

    @Override
    public List<ArtifactCodec<?>> parts() {
        return List.of(key, value);
    }

    @Override
    public void define(Definitions definitions) {
        key.define(definitions);
        value.define(definitions);
    }

    @Override
    public ValueReader plan(Planner planner, SchemaType stored) {
        MapType<?, ?, ?> storedType =
                stored instanceof SchemaType.Parametric parametric ? MapType.find(parametric.name()) : null;
        if (storedType == null) {
            throw Planner.incompatible(this, stored);
        }
        List<SchemaType> arguments = ((SchemaType.Parametric) stored).arguments();
        ValueReader keys = planner.plan(key, arguments.get(0));
        ValueReader values = planner.plan(value, arguments.get(1));
        return (kryo, input) -> read(storedType, keys, values, kryo, input);
    }

    @Override
    @Nullable
    public M fromTree(Tree tree) {
        if (tree instanceof Tree.Null) {
            return null;
        }
        List<Tree.Entry> entries = MapTree.entries(tree, javaName());
        Map<K, V> map = declared.create(MapTree.kind(tree, declared), key, entries.size());
        for (Tree.Entry entry : entries) {
            String path = entry.key().text(3);
            try {
                @Nullable K nextKey = key.fromTree(entry.key());
                if (containsKey(map, nextKey)) {
                    throw new TreeConversionException("the key occurs twice");
                }
                Refusals.put(map, nextKey, value.fromTree(entry.value()));
            } catch (CodecException e) {
                throw e.inside(this, path);
            }
        }
        @SuppressWarnings("unchecked") // made for the declared type
        M result = (M) map;
        return result;
    }

    private static boolean containsKey(Map<?, ?> map, @Nullable Object key) {
        return key != null && map.containsKey(key);
    }

    @Override
    public String javaName() {
        return declared.javaName();
    }
}
