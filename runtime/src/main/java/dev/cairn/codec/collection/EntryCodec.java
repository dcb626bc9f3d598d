package dev.cairn.codec.collection;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Planner;
import dev.cairn.codec.Tree;
import dev.cairn.codec.ValueReader;
import dev.cairn.codec.internal.PathText;
import dev.cairn.codec.internal.Presence;
import dev.cairn.codec.internal.TreeErrors;
import dev.cairn.codec.schema.Definitions;
import dev.cairn.codec.schema.SchemaType;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The codec of a single entry of a map; it decodes to an immutable one.
 *
 * <p>Payload: a byte, 0 for null and 1 for an entry; key and value.
 */
public final class EntryCodec<K, V> extends ArtifactCodec<Map.Entry<K, V>> {
    private final ArtifactCodec<K> key;
    private final ArtifactCodec<V> value;
    private final ValueReader keyReader;
    private final ValueReader valueReader;

    public EntryCodec(ArtifactCodec<K> key, ArtifactCodec<V> value) {
        this.key = key;
        this.value = value;
        this.keyReader = key::read;
        this.valueReader = value::read;
    }

    @Override
    public SchemaType type() {
        return new SchemaType.Parametric("entry", List.of(key.type(), value.type()));
    }

    @Override
    public void write(Kryo kryo, Output output, Map.@Nullable Entry<K, V> entry) {
        if (entry == null) {
            output.writeByte((byte) 0);
            return;
        }
        output.writeByte((byte) 1);
        try {
            key.write(kryo, output, entry.getKey());
        } catch (CodecException e) {
            throw e.inside(this, "key");
        }
        try {
            value.write(kryo, output, entry.getValue());
        } catch (CodecException e) {
            throw e.inside(this, PathText.of(entry.getKey()));
        }
    }

    @Override
    public Map.@Nullable Entry<K, V> read(Kryo kryo, Input input) {
        return read(keyReader, valueReader, kryo, input);
    }

    @SuppressWarnings("unchecked") // the readers are the codecs' own, or ones that they planned
    private Map.@Nullable Entry<K, V> read(ValueReader keys, ValueReader values, Kryo kryo, Input input) {
        if (!Presence.read(input)) {
            return null;
        }
        K nextKey = (K) keys.read(kryo, input);
        return new SimpleImmutableEntry<>(nextKey, (V) values.read(kryo, input));
    }

    @Override
    protected boolean staysAsItIsWhenRead() {
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
        if (stored instanceof SchemaType.Parametric parametric
                && parametric.name().equals("entry")) {
            ValueReader keys = planner.plan(key, parametric.arguments().get(0));
            ValueReader values = planner.plan(value, parametric.arguments().get(1));
            return (kryo, input) -> read(keys, values, kryo, input);
        }
        throw Planner.incompatible(this, stored);
    }

    @Override
    public Map.@Nullable Entry<K, V> fromTree(Tree tree) {
        if (tree instanceof Tree.Null) {
            return null;
        }
        List<Tree.Entry> entries = MapTree.entries(tree, "Map.Entry");
        if (entries.size() != 1) {
            throw TreeErrors.notA(tree, "Map.Entry");
        }
        K nextKey = key.fromTree(entries.get(0).key());
        return new SimpleImmutableEntry<>(nextKey, value.fromTree(entries.get(0).value()));
    }

    @Override
    public String javaName() {
        return "Map.Entry";
    }
}
