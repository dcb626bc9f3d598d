package dev.cairn.processor.model;

import java.util.List;
import java.util.Set;

/**
 * What a join does with its inputs, as far as names tell. Lives no longer than the round. Immutable.
 *
 * @param reads where it reads artifacts of its inputs
 * @param names the names that occur in its code, whatever they mean, those that it calls on inputs also with {@code ()}; and {@code
 *     try}, should it catch something
 */
public record InputAccess(List<FieldAccess> reads, Set<String> names) {
    /** Of a step that is no join. */
    public static final InputAccess NONE = new InputAccess(List.of(), Set.of());

    /** Copies the collections. */
    public InputAccess {
        reads = List.copyOf(reads);
        names = Set.copyOf(names);
    }
}
