package dev.cairn.codec;

import dev.cairn.codec.VariedType.Recipe;
import dev.cairn.codec.value.LeafCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Draws types of all kinds of the format, but those that a class of the user's reads. The smaller {@code size}, the simpler. */
public final class VariedTypes {
    private final Random random;
    private int structs;

    public VariedTypes(Random random) {
        this.random = random;
    }

    /** A type. */
    public VariedType<?> next(int size) {
        if (size > 0 && random.nextInt(5) > 0) {
            return composite(size);
        }
        return random.nextInt(6) == 0
                ? VariedLeaves.ARRAYS.get(random.nextInt(VariedLeaves.ARRAYS.size()))
                : VariedLeaves.ALL.get(random.nextInt(VariedLeaves.ALL.size()));
    }

    private VariedType<?> hashable(int size) {
        VariedType<?> type = next(size);
        return type.hashable() ? type : VariedLeaves.STRING;
    }

    private VariedType<?> composite(int size) {
        return switch (random.nextInt(16)) {
            case 0, 1 -> list(next(size - 1));
            case 2 -> array(next(size - 1));
            case 3 -> VariedSets.unordered(hashable(size - 1), random.nextBoolean());
            case 4 -> VariedSets.inOrder(hashable(size - 1), random.nextBoolean());
            case 5 -> random.nextBoolean() ? VariedSets.sorted() : VariedSets.ofConstants();
            case 6 -> VariedMaps.unordered(hashable(size - 1), next(size - 1), random.nextBoolean());
            case 7 -> VariedMaps.inOrder(hashable(size - 1), next(size - 1), random.nextBoolean());
            case 8 -> random.nextBoolean() ? VariedMaps.sorted(next(size - 1)) : VariedMaps.ofConstants(next(size - 1));
            case 9 -> optional(next(size - 1));
            case 10 -> VariedMaps.entry(next(size - 1), next(size - 1));
            case 11 -> new VariedType<>(Codecs.any(Samples.SHAPE, Samples.NODE), false, VariedObjects.upTo(size));
            case 12 -> VariedObjects.SHAPES;
            case 13 -> VariedObjects.NODES;
            default -> struct(size);
        };
    }

    private static <E> VariedType<List<E>> list(VariedType<E> element) {
        return new VariedType<>(Codecs.list(element.codec()), element.hashable(), content -> {
            List<Recipe<E>> recipes = several(element, content);
            return order -> VariedLists.of(made(recipes, order), order);
        });
    }

    /** Of references: an array of primitives has a codec of its own. */
    private static <E> VariedType<?> array(VariedType<E> element) {
        if (element.codec() instanceof LeafCodec<?> leaf && leaf.isPrimitive()) {
            return VariedLeaves.ARRAYS.get(0);
        }
        return new VariedType<E[]>(Codecs.array(Object.class, element.codec()), false, content -> {
            List<Recipe<E>> recipes = several(element, content);
            return order -> {
                @SuppressWarnings("unchecked") // an array of objects, as its codec makes one
                E[] array = (E[]) made(recipes, order).toArray();
                return array;
            };
        });
    }

    private static <E> VariedType<Optional<E>> optional(VariedType<E> element) {
        return new VariedType<>(Codecs.optional(element.codec()), element.hashable(), content -> {
            Recipe<E> recipe = element.recipe(content);
            boolean empty = content.nextInt(3) == 0;
            return order -> empty ? Optional.empty() : Optional.ofNullable(recipe.make(order));
        });
    }

    private VariedType<RowCodec.Row> struct(int size) {
        List<VariedType<?>> types = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            types.add(next(size - 1));
            names.add("f" + i);
        }
        List<ArtifactCodec<?>> codecs = new ArrayList<>();
        types.forEach(type -> codecs.add(type.codec()));
        RowCodec codec = new RowCodec("com.acme.Row" + structs++, names, codecs);
        boolean hashable = types.stream().allMatch(VariedType::hashable);
        return new VariedType<>(codec, hashable, content -> {
            List<Recipe<?>> recipes = new ArrayList<>();
            types.forEach(type -> recipes.add(type.recipe(content)));
            return order -> new RowCodec.Row(
                    recipes.stream().map(recipe -> recipe.make(order)).toArray());
        });
    }

    /** The contents of a few values, of which some may occur twice. */
    static <E> List<Recipe<E>> several(VariedType<E> type, Random content) {
        List<Recipe<E>> recipes = new ArrayList<>();
        for (int i = content.nextInt(5); i > 0; i--) {
            boolean again = !recipes.isEmpty() && content.nextInt(4) == 0;
            recipes.add(again ? recipes.get(0) : type.recipe(content));
        }
        return recipes;
    }

    /** The same, of which no two are equal. */
    static <E> List<Recipe<E>> distinct(VariedType<E> type, Random content) {
        Set<E> seen = new HashSet<>();
        return several(type, content).stream()
                .filter(recipe -> seen.add(recipe.make(new Random(0))))
                .toList();
    }

    /** Values of these contents, in this order; where a content occurs twice, they may be one object or two. */
    static <E> List<E> made(List<Recipe<E>> recipes, Random order) {
        Map<Recipe<E>, E> shared = new LinkedHashMap<>();
        List<E> made = new ArrayList<>();
        for (Recipe<E> recipe : recipes) {
            boolean again = shared.containsKey(recipe) && order.nextBoolean();
            E value = again ? shared.get(recipe) : recipe.make(order);
            shared.put(recipe, value);
            made.add(value);
        }
        return made;
    }
}
