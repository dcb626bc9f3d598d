package dev.cairn.codec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes types and values of them. The smaller {@code size}, the simpler they are. */
final class RandomTypes {
    /** A codec, and values for it. */
    record Type<T>(ArtifactCodec<T> codec, Supplier<@Nullable T> values) {}

    private final Random random;
    private int structs;

    RandomTypes(Random random) {
        this.random = random;
    }

    Type<?> type(int size) {
        return size <= 0 || random.nextInt(4) == 0 ? leaf() : composite(size);
    }

    private Type<?> leaf() {
        return switch (random.nextInt(8)) {
            case 0 -> new Type<>(Codecs.INT, random::nextInt);
            case 1 -> new Type<>(Codecs.BOXED_LONG, () -> random.nextBoolean() ? null : random.nextLong());
            case 2 -> new Type<>(Codecs.DOUBLE, () -> Double.longBitsToDouble(random.nextLong()));
            case 3 -> new Type<>(Codecs.BOOLEAN, random::nextBoolean);
            case 4 -> new Type<>(Samples.OPTIMIZER, () -> Samples.Optimizer.values()[random.nextInt(2)]);
            case 5 -> new Type<>(Codecs.INSTANT, () -> Instant.ofEpochMilli(random.nextLong()));
            case 6 -> new Type<>(Samples.SHAPE, () -> new Samples.Circle(random.nextInt(9)));
            default -> new Type<>(Codecs.STRING, this::string);
        };
    }

    private @Nullable String string() {
        if (random.nextInt(5) == 0) {
            return null;
        }
        char[] characters = new char[random.nextInt(6)];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = (char) (random.nextBoolean() ? 'a' + random.nextInt(26) : random.nextInt(1 << 16));
        }
        return new String(characters);
    }

    private Type<?> composite(int size) {
        return switch (random.nextInt(8)) {
            case 0 -> list(type(size - 1));
            case 1 -> set(type(size - 1));
            case 2 -> map(type(size - 1), type(size - 1));
            case 3 -> linkedMap(type(size - 1));
            case 4 -> optional(type(size - 1));
            case 5 ->
                new Type<>(Codecs.treeSet(Codecs.STRING), () -> new TreeSet<>(List.of("b", "a" + random.nextInt(9))));
            case 6 -> new Type<>(Codecs.any(Samples.SHAPE), () -> anything(size));
            default -> struct(size);
        };
    }

    private <T> Type<List<T>> list(Type<T> element) {
        return new Type<>(Codecs.list(element.codec()), () -> many(element));
    }

    private <T> Type<?> set(Type<T> element) {
        return random.nextBoolean()
                ? new Type<>(Codecs.set(element.codec()), () -> new LinkedHashSet<>(many(element)))
                : new Type<>(Codecs.hashSet(element.codec()), () -> new HashSet<>(many(element)));
    }

    private <K, V> Type<Map<K, V>> map(Type<K> key, Type<V> value) {
        return new Type<>(Codecs.map(key.codec(), value.codec()), () -> {
            Map<K, V> map = new HashMap<>();
            many(key).forEach(k -> map.put(k, value.values().get()));
            return map;
        });
    }

    private <V> Type<LinkedHashMap<String, V>> linkedMap(Type<V> value) {
        return new Type<>(Codecs.linkedHashMap(Codecs.STRING, value.codec()), () -> {
            LinkedHashMap<String, V> map = new LinkedHashMap<>();
            many(value).forEach(v -> map.put(string(), v));
            return map;
        });
    }

    private <T> Type<Optional<T>> optional(Type<T> element) {
        return new Type<>(
                Codecs.optional(element.codec()),
                () -> Optional.ofNullable(element.values().get()));
    }

    private Type<Versioned.Row> struct(int size) {
        List<Type<?>> types = new ArrayList<>();
        List<StructField> fields = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            types.add(type(size - 1));
            fields.add(Versioned.with("f" + i, types.get(types.size() - 1).codec()));
        }
        Versioned codec = Versioned.named("com.acme.Row" + structs++, List.of(), fields.toArray(StructField[]::new));
        return new Type<>(codec, () -> {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (int i = 0; i < types.size(); i++) {
                values.put(fields.get(i).name(), types.get(i).values().get());
            }
            return new Versioned.Row(values);
        });
    }

    private @Nullable Object anything(int size) {
        return switch (random.nextInt(size <= 0 ? 4 : 7)) {
            case 0 -> random.nextInt();
            case 1 -> string();
            case 2 -> random.nextFloat();
            case 3 -> new Samples.Square(1);
            case 4 -> Arrays.asList(anything(size - 1), anything(size - 1));
            case 5 -> new HashSet<>(Arrays.asList(anything(size - 1), anything(size - 1)));
            default -> {
                Map<Object, Object> map = new HashMap<>();
                map.put(anything(size - 1), anything(size - 1));
                yield map;
            }
        };
    }

    private <T> List<T> many(Type<T> element) {
        List<T> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            elements.add(element.values().get());
        }
        return elements;
    }
}
