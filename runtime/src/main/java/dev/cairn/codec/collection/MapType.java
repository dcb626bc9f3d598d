package dev.cairn.codec.collection;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.EnumCodec;
import dev.cairn.codec.MalformedArtifactException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A declared type of maps.
 *
 * @param name its name in schemas
 * @param javaName its simple name in Java, for messages
 * @param fixedKind the kind of all its values; absent if each value has its own
 * @param factory makes an empty instance of a given capacity; null for what the kind suggests
 * @param <K> the keys
 * @param <V> the values
 * @param <M> the maps
 */
@SuppressWarnings("UnusedTypeParameter") // M is what instances are
public record MapType<K, V, M extends Map<K, V>>(
        String name,
        String javaName,
        CollectionKind fixedKind,
        @Nullable IntFunction<? extends Map<K, V>> factory) {
    private static final Map<String, CollectionKind> KINDS = Map.of(
            "map", CollectionKind.ABSENT,
            "hashmap", CollectionKind.UNORDERED,
            "linkedhashmap", CollectionKind.INSERTION_ORDERED,
            "treemap", CollectionKind.SORTED,
            "enummap", CollectionKind.ENUM);

    private static final Map<CollectionKind, String> NAMES =
            KINDS.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private static final Map<String, MapType<?, ?, ?>> TYPES = KINDS.keySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), name -> MapType.<Object, Object, Map<Object, Object>>of(name, name)));

    /** The type whose values all have that kind. */
    public static String nameOf(CollectionKind kind) {
        String name = NAMES.get(kind);
        if (name == null) {
            throw new MalformedArtifactException("a list where a map is expected");
        }
        return name;
    }

    /** The type of that name in schemas; null if there is none. It is asked per value, and allocates nothing. */
    public static @Nullable MapType<?, ?, ?> find(String name) {
        return TYPES.get(name);
    }

    /** The type of a declared {@code javaName}, of which instances are what the kind suggests. */
    public static <K, V, M extends Map<K, V>> MapType<K, V, M> of(String name, String javaName) {
        return new MapType<>(name, javaName, Objects.requireNonNull(KINDS.get(name)), null);
    }

    public boolean isOpen() {
        return fixedKind == CollectionKind.ABSENT;
    }

    /** An empty map of this type for what was stored as {@code stored}. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the codec of an enum's constants knows the enum
    Map<K, V> create(CollectionKind stored, ArtifactCodec<K> key, int length) {
        int capacity = CollectionType.hashCapacity(length);
        if (factory != null) {
            return factory.apply(capacity);
        }
        return switch (isOpen() ? stored : fixedKind) {
            case ABSENT, LIST -> throw new MalformedArtifactException("a list where a map is expected");
            case UNORDERED -> new HashMap<>(capacity);
            case INSERTION_ORDERED -> new LinkedHashMap<>(capacity);
            case SORTED -> new TreeMap<>();
            case ENUM -> {
                if (key.resolved() instanceof EnumCodec codec) {
                    yield new EnumMap(codec.javaType());
                }
                throw new MalformedArtifactException("a map of enum constants where the keys are of another type");
            }
        };
    }
}
