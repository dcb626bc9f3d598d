package dev.cairn.processor.lock;

import dev.cairn.processor.lock.RandomVersion.Declared;
import dev.cairn.processor.lock.RandomVersion.Member;
import dev.cairn.processor.lock.RandomVersion.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes random flows, and changes them as people do. */
final class RandomChanges {
    static final List<String> LEAVES = List.of(
            "int", "long", "short", "double", "float", "boolean", "Integer", "Long", "Double", "String", "Instant");
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f");
    private static final Map<String, String> BOXES = Map.of(
            "int", "Integer", "long", "Long", "short", "Short", "double", "Double", "float", "Float", "boolean",
            "Boolean");
    private static final Map<String, String> DEFAULTS = Map.of(
            "int", "7", "long", "7", "short", "7", "double", "0.5", "float", "0.5", "boolean", "true", "String", "x");

    private final Random random;

    RandomChanges(Random random) {
        this.random = random;
    }

    /** A flow without any history. */
    RandomVersion first(String packageName) {
        RandomVersion version = new RandomVersion(packageName);
        int enums = random.nextInt(2);
        for (int i = 0; i < enums; i++) {
            Declared type = new Declared("enum");
            some(List.of("RED", "GREEN", "BLUE"), 1 + random.nextInt(3))
                    .forEach(name -> type.members.add(new Member(name, new Shape(""), List.of(), "")));
            version.types.put("E" + i, type);
        }
        int records = 1 + random.nextInt(3);
        for (int i = 0; i < records; i++) {
            Declared type = new Declared("record");
            for (String name : some(NAMES, 1 + random.nextInt(3))) {
                type.members.add(new Member(name, shape(version, 1), List.of(), ""));
            }
            version.types.put("R" + i, type);
        }
        if (random.nextInt(3) == 0) {
            Declared type = new Declared("sealed");
            some(
                            version.types.keySet().stream()
                                    .filter(name -> name.startsWith("R"))
                                    .toList(),
                            2)
                    .forEach(name -> type.members.add(new Member(name, new Shape(""), List.of(), "")));
            version.types.put("S0", type);
        }
        version.artifact = random.nextInt(8) == 0 ? shape(version, 2) : container(named(version), version);
        return version;
    }

    private Shape container(Shape element, RandomVersion version) {
        return switch (random.nextInt(9)) {
            case 0 -> new Shape("List", element);
            case 1 -> new Shape("Set", element);
            case 2 -> new Shape("Map", element, new Shape("Integer"));
            case 3 -> new Shape("Map", new Shape("String"), element);
            case 4 -> new Shape("Set", new Shape("List", element));
            case 5 -> new Shape("[]", element);
            case 6 -> new Shape("Map", element, new Shape("Object"));
            default -> element;
        };
    }

    private Shape named(RandomVersion version) {
        List<String> names = List.copyOf(version.types.keySet());
        return new Shape(names.get(names.size() - 1 - random.nextInt(Math.min(2, names.size()))));
    }

    /** A type that is made of those that are there so far. */
    private Shape shape(RandomVersion version, int depth) {
        int choice = random.nextInt(12);
        if (depth == 0 || choice < 5) {
            return new Shape(LEAVES.get(random.nextInt(LEAVES.size())));
        } else if (choice < 7 && !version.types.isEmpty()) {
            return named(version);
        }
        Shape element = boxed(shape(version, depth - 1));
        return switch (random.nextInt(10)) {
            case 0 -> new Shape("Optional", element);
            case 1 -> new Shape("Set", element);
            case 2 -> new Shape("HashSet", element);
            case 3 -> new Shape("Collection", element);
            case 4 -> new Shape("Map", new Shape("String"), element);
            case 5 -> new Shape("[]", new Shape(random.nextBoolean() ? "int" : "double"));
            case 6 -> new Shape("ArrayList", element);
            case 7 -> new Shape("LinkedHashSet", element);
            default -> new Shape("List", element);
        };
    }

    private static Shape boxed(Shape shape) {
        return new Shape(BOXES.getOrDefault(shape.name(), shape.name()), shape.arguments());
    }

    /** Another version, after some changes; the same if none that the compiler accepts was found. */
    RandomVersion next(RandomVersion version) {
        int changes = 1 + random.nextInt(2);
        RandomVersion changed = version;
        for (int i = 0; i < changes; i++) {
            RandomVersion candidate = changed.copy();
            change(candidate);
            changed = candidate.isSound() ? candidate : changed;
        }
        return changed;
    }

    private void change(RandomVersion version) {
        List<String> names = List.copyOf(version.types.keySet());
        String name = names.get(random.nextInt(names.size()));
        Declared type = version.types.get(name);
        if (random.nextInt(12) == 0) {
            version.artifact = other(version.artifact, version);
        } else if (random.nextInt(14) == 0) {
            rename(name, version);
        } else if (type.isRecord()) {
            record(type, version);
        } else if (type.kind.equals("enum")) {
            enumeration(type);
        } else {
            sealed(type, version);
        }
    }

    private void record(Declared type, RandomVersion version) {
        int place = type.members.isEmpty() ? 0 : random.nextInt(type.members.size());
        int choice = type.members.isEmpty() ? 0 : random.nextInt(12);
        if (choice < 3) {
            unused(type).ifPresent(name -> type.members.add(place, added(name, leaf())));
        } else if (choice < 5) {
            type.members.remove(place);
        } else if (choice < 8) {
            Member member = type.members.get(place);
            List<String> former = plus(member.formerNames(), member.name());
            unused(type)
                    .ifPresent(name -> type.members.set(
                            place, member.named(name, random.nextInt(3) == 0 ? List.of() : minus(former, name))));
        } else if (choice < 10) {
            type.members.set(
                    place,
                    type.members.get(place).typed(other(type.members.get(place).shape(), version)));
        } else if (choice == 10) {
            Collections.shuffle(type.members, random);
        } else {
            Member member = type.members.get(place);
            type.members.set(place, new Member(member.name(), member.shape(), List.of(), ""));
        }
    }

    private Shape leaf() {
        return new Shape(LEAVES.get(random.nextInt(LEAVES.size())));
    }

    private Member added(String name, Shape shape) {
        String text = DEFAULTS.get(shape.name());
        boolean isPrimitive = BOXES.containsKey(shape.name());
        int choice = random.nextInt(3);
        String fallback = choice == 0 || choice == 1 && isPrimitive && text == null
                ? ""
                : text != null && (isPrimitive || choice == 1) ? "@Default(\"" + text + "\")" : "@Default";
        return new Member(name, shape, List.of(), fallback);
    }

    private Shape other(Shape shape, RandomVersion version) {
        if (!shape.arguments().isEmpty()
                && random.nextBoolean()
                && !shape.name().equals("[]")) {
            List<Shape> arguments = new ArrayList<>(shape.arguments());
            int place = random.nextInt(arguments.size());
            arguments.set(place, boxed(other(arguments.get(place), version)));
            return new Shape(shape.name(), arguments);
        }
        Map<String, List<String>> near = Map.of(
                "int", List.of("long", "double", "Integer", "short"),
                "short", List.of("int", "double"),
                "float", List.of("double"),
                "Integer", List.of("int", "Long"),
                "Long", List.of("long"),
                "List", List.of("ArrayList", "Collection", "LinkedList"),
                "Set", List.of("HashSet", "Collection", "LinkedHashSet"),
                "Collection", List.of("List", "Set"),
                "HashSet", List.of("Set"),
                "Map", List.of("HashMap", "LinkedHashMap"));
        List<String> names = near.getOrDefault(shape.name(), List.of());
        return switch (random.nextInt(6)) {
            case 0 -> shape(version, 1);
            case 1 -> new Shape("Object");
            case 2 -> new Shape("Optional", boxed(shape));
            default -> names.isEmpty() ? leaf() : new Shape(names.get(random.nextInt(names.size())), shape.arguments());
        };
    }

    private void enumeration(Declared type) {
        int place = random.nextInt(type.members.size());
        Member member = type.members.get(place);
        List<String> former = plus(member.formerNames(), member.name());
        switch (random.nextInt(5)) {
            case 0 ->
                unused(type).ifPresent(name -> type.members.add(place, new Member(name, new Shape(""), List.of(), "")));
            case 1 -> {
                if (type.members.size() > 1) {
                    type.members.remove(place);
                }
            }
            case 2 -> {
                if (type.members.size() > 1) { // merged into another
                    type.members.remove(place);
                    Member into = type.members.get(0);
                    List<String> both = new ArrayList<>(into.formerNames());
                    both.addAll(former);
                    type.members.set(0, into.named(into.name(), both));
                }
            }
            default ->
                unused(type)
                        .ifPresent(name -> type.members.set(
                                place, member.named(name, random.nextInt(3) == 0 ? List.of() : minus(former, name))));
        }
    }

    private void sealed(Declared type, RandomVersion version) {
        List<String> records = version.types.keySet().stream()
                .filter(name -> version.types.get(name).isRecord()
                        && type.members.stream()
                                .noneMatch(member -> member.name().equals(name)))
                .toList();
        if (!records.isEmpty() && (random.nextBoolean() || type.members.size() == 1)) {
            type.members.add(
                    random.nextInt(type.members.size() + 1), new Member(records.get(0), new Shape(""), List.of(), ""));
        } else if (type.members.size() > 1) {
            type.members.remove(random.nextInt(type.members.size()));
        }
    }

    private void rename(String name, RandomVersion version) {
        String other = name.charAt(0) + "" + (version.types.size() + random.nextInt(20) + 10);
        if (!version.types.containsKey(other)) {
            Declared type = version.types.remove(name);
            type.formerNames =
                    random.nextInt(3) == 0 ? List.of() : plus(type.formerNames, version.packageName + "." + name);
            version.types.put(other, type);
            version.artifact = renamed(version.artifact, name, other);
            version.types
                    .values()
                    .forEach(user -> user.members.replaceAll(member -> new Member(
                            member.name().equals(name) ? other : member.name(),
                            renamed(member.shape(), name, other),
                            member.formerNames(),
                            member.fallback())));
        }
    }

    private static Shape renamed(Shape shape, String name, String other) {
        return new Shape(
                shape.name().equals(name) ? other : shape.name(),
                shape.arguments().stream()
                        .map(argument -> renamed(argument, name, other))
                        .toList());
    }

    private java.util.Optional<String> unused(Declared type) {
        List<String> all = type.isRecord() ? NAMES : List.of("RED", "GREEN", "BLUE", "GRAY", "PINK");
        return some(all, all.size()).stream()
                .filter(name ->
                        type.members.stream().noneMatch(member -> member.name().equals(name)))
                .findFirst();
    }

    private static List<String> plus(List<String> names, String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return longer.stream().distinct().toList();
    }

    private static List<String> minus(List<String> names, String name) {
        return names.stream().filter(other -> !other.equals(name)).toList();
    }

    private List<String> some(List<String> names, int count) {
        List<Integer> places = IntStream.range(0, names.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(places, random);
        return places.stream().limit(count).map(names::get).toList();
    }
}
