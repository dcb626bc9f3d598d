package dev.cairn.codec;

import dev.cairn.codec.Samples.Optimizer;
import dev.cairn.codec.VariedType.Recipe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/** Sets of each kind. */
final class VariedSets {
    private VariedSets() {}

    /** Sets without order, declared as {@code Set} or as {@code HashSet}. */
    static <E> VariedType<?> unordered(VariedType<E> element, boolean open) {
        return open
                ? new VariedType<>(Codecs.set(element.codec()), true, content -> {
                    List<Recipe<E>> recipes = VariedTypes.distinct(element, content);
                    return order -> unordered(VariedTypes.made(recipes, order), order);
                })
                : new VariedType<>(Codecs.hashSet(element.codec()), true, content -> {
                    List<Recipe<E>> recipes = VariedTypes.distinct(element, content);
                    return order -> hashSet(VariedTypes.made(recipes, order), order);
                });
    }

    static <E> Set<E> unordered(List<E> elements, Random order) {
        Set<E> set = hashSet(elements, order);
        return switch (set.contains(null) ? order.nextInt(4) : order.nextInt(7)) {
            case 0 -> set;
            case 1 -> Collections.unmodifiableSet(set);
            case 2 -> set.stream().collect(Collectors.toSet());
            case 3 -> {
                HashMap<E, Boolean> map = new HashMap<>();
                set.forEach(each -> map.put(each, true));
                yield order.nextBoolean() ? map.keySet() : Collections.synchronizedSet(map.keySet());
            }
            case 4 -> Set.copyOf(set);
            case 5 -> {
                Set<E> concurrent = ConcurrentHashMap.newKeySet();
                concurrent.addAll(set);
                yield concurrent;
            }
            default -> set.size() == 1 ? Collections.singleton(set.iterator().next()) : Set.copyOf(set);
        };
    }

    /** With any capacity, in any order, and after some came and went. */
    static <E> HashSet<E> hashSet(List<E> elements, Random order) {
        List<E> shuffled = new ArrayList<>(elements);
        Collections.shuffle(shuffled, order);
        HashSet<E> set = new HashSet<>(1 << order.nextInt(9));
        set.addAll(shuffled);
        for (E each : shuffled) {
            if (order.nextBoolean() && set.remove(each)) {
                set.add(each);
            }
        }
        return set;
    }

    /** Sets in order of insertion, declared as {@code Set} or as {@code LinkedHashSet}. */
    static <E> VariedType<?> inOrder(VariedType<E> element, boolean open) {
        return open
                ? new VariedType<>(Codecs.set(element.codec()), true, content -> {
                    List<Recipe<E>> recipes = VariedTypes.distinct(element, content);
                    return order -> {
                        Set<E> set = inOrder(VariedTypes.made(recipes, order), order);
                        // Of fewer, no JDK tells through a view whether they are in order.
                        return set.size() < 2 || order.nextBoolean() ? set : Collections.unmodifiableSet(set);
                    };
                })
                : new VariedType<>(Codecs.linkedHashSet(element.codec()), true, content -> {
                    List<Recipe<E>> recipes = VariedTypes.distinct(element, content);
                    return order -> inOrder(VariedTypes.made(recipes, order), order);
                });
    }

    private static <E> LinkedHashSet<E> inOrder(List<E> elements, Random order) {
        LinkedHashSet<E> set = new LinkedHashSet<>(1 << order.nextInt(9));
        if (order.nextBoolean()) {
            List<E> shuffled = new ArrayList<>(elements);
            Collections.shuffle(shuffled, order);
            set.addAll(shuffled);
            set.removeAll(new HashSet<>(elements));
        }
        set.addAll(elements);
        return set;
    }

    /** Sorted sets. */
    static VariedType<?> sorted() {
        return new VariedType<Set<String>>(Codecs.set(Codecs.STRING), true, content -> {
            List<String> elements = new ArrayList<>();
            for (int i = content.nextInt(5); i > 0; i--) {
                elements.add("s" + content.nextInt(50));
            }
            return order -> {
                Collections.shuffle(elements, order);
                return order.nextBoolean()
                        ? new TreeSet<>(elements)
                        : Collections.unmodifiableSortedSet(new ConcurrentSkipListSet<>(elements));
            };
        });
    }

    /** Sets of constants. */
    static VariedType<?> ofConstants() {
        return new VariedType<Set<Optimizer>>(Codecs.set(Samples.OPTIMIZER), true, content -> {
            int drawn = content.nextInt(4);
            return order -> {
                EnumSet<Optimizer> set = order.nextBoolean()
                        ? EnumSet.noneOf(Optimizer.class)
                        : EnumSet.complementOf(EnumSet.noneOf(Optimizer.class));
                for (Optimizer constant : Optimizer.values()) {
                    set.remove(constant);
                    if ((drawn & 1 << constant.ordinal()) != 0) {
                        set.add(constant);
                    }
                }
                return set;
            };
        });
    }
}
