package dev.cairn.processor.lock;

import dev.cairn.processor.lock.LockedType.Named;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Flows, and all types of which their artifacts are made. Immutable; its text is what {@link LockText} writes.
 *
 * @param flows the flows by their names
 * @param types the types by their names, each once, whichever flows store it
 */
public record LockedSchemas(SortedMap<String, Block> flows, SortedMap<String, Block> types) {
    /** Copies the maps. */
    public LockedSchemas {
        flows = Collections.unmodifiableSortedMap(new TreeMap<>(flows));
        types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
    }

    static LockedSchemas of(Collection<Block> blocks) {
        TreeMap<String, Block> flows = new TreeMap<>();
        TreeMap<String, Block> types = new TreeMap<>();
        blocks.forEach(block -> (block.kind() == Block.Kind.FLOW ? flows : types).put(block.name(), block));
        return new LockedSchemas(flows, types);
    }

    /** The text of the file. */
    public String text() {
        return LockText.of(this);
    }

    /**
     * Reads the text of a file.
     *
     * @throws LockFormatException if it is damaged
     */
    public static LockedSchemas parse(String text) throws LockFormatException {
        return LockParser.parse(text);
    }

    /** How a type is stored: of one that says it by an annotation, what the annotation on a field would give. */
    LockedType resolved(LockedType type) {
        Block block = type instanceof Named named ? types.get(named.name()) : null;
        if (block == null) {
            return type;
        }
        return switch (block.kind()) {
            case CODEC -> new LockedType.Custom(block.members().get(0).name(), block.name());
            case OPAQUE ->
                new LockedType.Opaque(block.members().stream().map(Line::name).toList(), block.name());
            default -> type;
        };
    }

    /** Without the types of which no flow has an artifact, nor had one. */
    LockedSchemas reachable() {
        SortedMap<String, Block> reached = new TreeMap<>();
        Deque<Block> open = new ArrayDeque<>(flows.values());
        while (!open.isEmpty()) {
            references(open.remove()).forEach(name -> {
                @Nullable Block block = types.get(name);
                if (block != null && reached.putIfAbsent(name, block) == null) {
                    open.add(block);
                }
            });
        }
        return new LockedSchemas(flows, reached);
    }

    /** The names of the types that a block mentions. */
    static Stream<String> references(Block block) {
        Stream<String> held = block.held().stream();
        Stream<String> typed =
                block.lines().stream().flatMap(line -> line.type().stream()).flatMap(LockedSchemas::references);
        Stream<String> permitted =
                block.kind() == Block.Kind.SEALED ? block.members().stream().map(Line::name) : Stream.of();
        return Stream.of(held, typed, permitted).flatMap(names -> names);
    }

    private static Stream<String> references(LockedType type) {
        if (type instanceof Named named) {
            return Stream.of(named.name());
        } else if (type instanceof LockedType.Container container) {
            return container.arguments().stream().flatMap(LockedSchemas::references);
        } else if (type instanceof LockedType.ArrayOf array) {
            return references(array.component());
        }
        return Stream.of();
    }

    /** No flow at all. */
    public static LockedSchemas none() {
        return new LockedSchemas(new TreeMap<>(), new TreeMap<>(Map.of()));
    }
}
