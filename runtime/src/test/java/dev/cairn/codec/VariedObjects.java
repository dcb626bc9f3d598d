package dev.cairn.codec;

import dev.cairn.codec.Samples.Circle;
import dev.cairn.codec.Samples.Marker;
import dev.cairn.codec.Samples.Node;
import dev.cairn.codec.Samples.Shape;
import dev.cairn.codec.Samples.Square;
import dev.cairn.codec.VariedType.Recipe;
import dev.cairn.codec.value.LeafCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of sealed and recursive types, and of {@code Object}. */
final class VariedObjects {
    static final VariedType<Shape> SHAPES = VariedType.leaf(Samples.SHAPE, true, VariedObjects::shape);
    static final VariedType<Node> NODES = VariedType.leaf(Samples.NODE, true, random -> node(random, 3));

    /** What an {@code Object} may be, and can be drawn at once. */
    private static final List<VariedType<?>> WITHOUT_PARTS = VariedLeaves.ALL.stream()
            .filter(type -> !(type.codec() instanceof EnumCodec) && isOfObjects(type.codec()))
            .toList();

    private VariedObjects() {}

    /** A primitive, which an {@code Object} holds as its box, is among them; and what needs a name in a schema is not. */
    private static boolean isOfObjects(ArtifactCodec<?> codec) {
        return codec instanceof LeafCodec || codec == Codecs.STRING;
    }

    private static @Nullable Shape shape(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> new Circle(random.nextInt(9));
            case 2 -> new Square(random.nextDouble());
            default -> Marker.ORIGIN;
        };
    }

    private static @Nullable Node node(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return null;
        }
        List<Node> others = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            others.add(node(random, depth - 1));
        }
        return new Node(random.nextInt(), node(random, depth - 1), node(random, depth - 1), others);
    }

    /** The contents of values of {@code Object}. */
    static Function<Random, Recipe<Object>> upTo(int size) {
        return content -> recipe(content, size);
    }

    private static Recipe<Object> recipe(Random content, int size) {
        int choice = content.nextInt(size <= 0 ? 6 : 12);
        if (choice == 0) {
            return order -> null;
        } else if (choice == 1) {
            return widened(SHAPES.recipe(content));
        } else if (choice == 2) {
            return widened(VariedLeaves.ARRAYS
                    .get(content.nextInt(VariedLeaves.ARRAYS.size()))
                    .recipe(content));
        } else if (choice < 6) {
            return widened(
                    WITHOUT_PARTS.get(content.nextInt(WITHOUT_PARTS.size())).recipe(content));
        }
        List<Recipe<Object>> parts = new ArrayList<>();
        for (int i = content.nextInt(4); i > 0; i--) {
            parts.add(choice < 9 ? recipe(content, size - 1) : widened(VariedLeaves.STRING.recipe(content)));
        }
        return collection(choice, parts);
    }

    private static Recipe<Object> collection(int choice, List<Recipe<Object>> parts) {
        return switch (choice) {
            case 6, 7 -> order -> VariedLists.of(VariedTypes.made(parts, order), order);
            case 8 ->
                order -> {
                    LinkedHashMap<Object, Object> map = new LinkedHashMap<>(1 << order.nextInt(5));
                    parts.forEach(part -> map.put("key" + map.size(), part.make(order)));
                    return map;
                };
            case 9 -> order -> VariedSets.unordered(VariedTypes.made(parts, order), order);
            case 10 ->
                order -> {
                    Set<Object> sorted = new TreeSet<>();
                    parts.forEach(part -> sorted.add("s" + part.make(order)));
                    return sorted;
                };
            default ->
                order -> {
                    HashMap<Object, Object> map = new HashMap<>();
                    new HashSet<>(VariedTypes.made(parts, order)).forEach(key -> map.put(key, 1));
                    return VariedMaps.open(map, order);
                };
        };
    }

    @SuppressWarnings("unchecked") // whatever it makes is an object
    private static Recipe<Object> widened(Recipe<?> recipe) {
        return (Recipe<Object>) recipe;
    }
}
