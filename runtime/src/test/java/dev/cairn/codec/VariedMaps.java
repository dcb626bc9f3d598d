package dev.cairn.codec;

import dev.cairn.codec.Samples.Optimizer;
import dev.cairn.codec.VariedType.Recipe;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Maps of each kind, and single entries. */
final class VariedMaps {
    private VariedMaps() {}

    /** The content of an entry. */
    private record Pair<K, V>(Recipe<K> key, Recipe<V> value) {}

    private static <K, V> List<Pair<K, V>> pairs(VariedType<K> key, VariedType<V> value, Random content) {
        List<Pair<K, V>> pairs = new ArrayList<>();
        VariedTypes.distinct(key, content).forEach(recipe -> pairs.add(new Pair<>(recipe, value.recipe(content))));
        return pairs;
    }

    /** Maps without order, declared as {@code Map} or as {@code HashMap}. */
    static <K, V> VariedType<?> unordered(VariedType<K> key, VariedType<V> value, boolean open) {
        return open
                ? new VariedType<>(Codecs.map(key.codec(), value.codec()), value.hashable(), content -> {
                    List<Pair<K, V>> pairs = pairs(key, value, content);
                    return order -> open(hashMap(pairs, order), order);
                })
                : new VariedType<>(Codecs.hashMap(key.codec(), value.codec()), value.hashable(), content -> {
                    List<Pair<K, V>> pairs = pairs(key, value, content);
                    return order -> hashMap(pairs, order);
                });
    }

    static <K, V> Map<K, V> open(HashMap<K, V> map, Random order) {
        boolean holdsNull = map.containsKey(null) || map.containsValue(null);
        return switch (holdsNull ? order.nextInt(3) : order.nextInt(6)) {
            case 0 -> map;
            case 1 -> Collections.unmodifiableMap(map);
            case 2 -> Collections.synchronizedMap(map);
            case 3 -> Map.copyOf(map);
            case 4 -> new ConcurrentHashMap<>(map);
            default -> new Hashtable<>(map);
        };
    }

    private static <K, V> HashMap<K, V> hashMap(List<Pair<K, V>> pairs, Random order) {
        List<Pair<K, V>> shuffled = new ArrayList<>(pairs);
        Collections.shuffle(shuffled, order);
        HashMap<K, V> map = new HashMap<>(1 << order.nextInt(9));
        for (Pair<K, V> pair : shuffled) {
            K key = pair.key().make(order);
            map.put(key, pair.value().make(order));
            if (order.nextBoolean()) {
                map.remove(key);
                map.put(pair.key().make(order), pair.value().make(order));
            }
        }
        return map;
    }

    /** Maps in order of insertion, declared as {@code Map} or as {@code LinkedHashMap}. */
    static <K, V> VariedType<?> inOrder(VariedType<K> key, VariedType<V> value, boolean open) {
        return open
                ? new VariedType<>(Codecs.map(key.codec(), value.codec()), value.hashable(), content -> {
                    List<Pair<K, V>> pairs = pairs(key, value, content);
                    return order -> {
                        Map<K, V> map = linkedHashMap(pairs, order);
                        // Of fewer, no JDK tells through a view whether they are in order.
                        return map.size() < 2 || order.nextBoolean() ? map : Collections.unmodifiableMap(map);
                    };
                })
                : new VariedType<>(Codecs.linkedHashMap(key.codec(), value.codec()), value.hashable(), content -> {
                    List<Pair<K, V>> pairs = pairs(key, value, content);
                    return order -> linkedHashMap(pairs, order);
                });
    }

    private static <K, V> LinkedHashMap<K, V> linkedHashMap(List<Pair<K, V>> pairs, Random order) {
        LinkedHashMap<K, V> map = new LinkedHashMap<>(1 << order.nextInt(9));
        if (order.nextBoolean()) {
            map.putAll(hashMap(pairs, order));
            map.clear();
        }
        pairs.forEach(pair -> map.put(pair.key().make(order), pair.value().make(order)));
        return map;
    }

    /** Sorted maps. */
    static <V> VariedType<?> sorted(VariedType<V> value) {
        return new VariedType<Map<Integer, V>>(
                Codecs.map(Codecs.BOXED_INT, value.codec()), value.hashable(), content -> {
                    TreeMap<Integer, Recipe<V>> recipes = new TreeMap<>();
                    for (int i = content.nextInt(5); i > 0; i--) {
                        recipes.put(content.nextInt(), value.recipe(content));
                    }
                    List<Integer> keys = new ArrayList<>(recipes.keySet());
                    return order -> {
                        Collections.shuffle(keys, order);
                        TreeMap<Integer, V> map = new TreeMap<>();
                        keys.forEach(key -> map.put(key, recipes.get(key).make(order)));
                        return order.nextBoolean() || map.containsValue(null) ? map : new ConcurrentSkipListMap<>(map);
                    };
                });
    }

    /** Maps from constants. */
    static <V> VariedType<?> ofConstants(VariedType<V> value) {
        return new VariedType<Map<Optimizer, V>>(
                Codecs.map(Samples.OPTIMIZER, value.codec()), value.hashable(), content -> {
                    Recipe<V> one = value.recipe(content);
                    Recipe<V> other = value.recipe(content);
                    boolean both = content.nextBoolean();
                    return order -> {
                        EnumMap<Optimizer, V> map = new EnumMap<>(Optimizer.class);
                        if (both || order.nextBoolean()) {
                            map.put(Optimizer.ADAM, one.make(order));
                        }
                        map.put(Optimizer.SGD, other.make(order));
                        if (!both) {
                            map.remove(Optimizer.ADAM);
                        }
                        return map;
                    };
                });
    }

    /** Entries. */
    static <K, V> VariedType<Map.Entry<K, V>> entry(VariedType<K> key, VariedType<V> value) {
        boolean hashable = key.hashable() && value.hashable();
        return new VariedType<>(Codecs.entry(key.codec(), value.codec()), hashable, content -> {
            Pair<K, V> pair = new Pair<>(key.recipe(content), value.recipe(content));
            return order -> order.nextBoolean()
                    ? new AbstractMap.SimpleEntry<>(
                            pair.key().make(order), pair.value().make(order))
                    : new AbstractMap.SimpleImmutableEntry<>(
                            pair.key().make(order), pair.value().make(order));
        });
    }
}
